"""The files that maps and figures of population come in. Pure: bytes in, plain values out.

A file that cannot be understood is refused in words that name the row, the column or the property.
"""
