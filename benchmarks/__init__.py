"""Speed and memory, side by side with the bare framework; never a timed test."""
