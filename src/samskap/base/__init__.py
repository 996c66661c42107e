"""The ground floor: refusals, memory, the list of modules, the queue, mail, and what keeps a web server safe."""
