"""audit.py: the digests that tests/verify/report.cpp expects, by hashlib and struct."""

import hashlib
import struct


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).hexdigest()


def floats(*values):
    return struct.pack(f"<{len(values)}f", *values)


# weights [input][output], then biases, layer after layer
small = floats(1, -2, 0.5, 3, 0.25, -1, 0, 0.1, 2)
print("small", sha256(b"float32, input 2, dense 2 leaky_relu(0.01), dense 1, tanh\n", small))
print("wide", sha256(b"float64, input 1, dense 1 elu(2)\n", struct.pack("<2d", 0.1, -3)))
steps = [round(v * 4096) for v in (0.5, -1.25)]
print("fixed", sha256(b"fixed_point(3 12), input 1, dense 1\n", struct.pack("<2h", *steps)))
print("own", sha256(b"float32, input 1, unnamed 1, dense 1 unnamed\n", floats(2, 1, 0)))
property_text = (
    "ctnn property 1\nscalar float32\ninputs 2\noutputs 1\n"
    "lower -0x1p+0 0x1p-3\nupper 0x1p+0 0x1p-1\n"
    "row > 0x1.4p+2 -0x1p+0 or > 0x1.4p+2 -0x1p+0\nrow > -0x1p-1 0x1p+0 or > 0x1p-2 0x1.8p+0\n"
)
print("property", sha256(property_text.encode()))
