"""An ONNX file of dense layers with relu, as PyTorch writes it, of random weights; without any package."""

import random
import struct


def varint(value):
    encoded = b""
    while value > 127:
        encoded += bytes([value & 127 | 128])
        value >>= 7
    return encoded + bytes([value])


def number(field, value):
    return varint(field << 3) + varint(value)


def message(field, *parts):
    content = b"".join(part.encode() if isinstance(part, str) else part for part in parts)
    return varint(field << 3 | 2) + varint(len(content)) + content


def tensor(name, extents, generator):
    count = 1
    for extent in extents:
        count *= extent
    bound = extents[-1] ** -0.5
    numbers = struct.pack(f"<{count}f", *(generator.uniform(-bound, bound) for _ in range(count)))
    return message(5, *(number(1, extent) for extent in extents), number(2, 1), message(8, name), message(9, numbers))


def node(operator, inputs, output, *attributes):
    return message(
        1, *(message(1, name) for name in inputs), message(2, output), message(3, f"/{output}"), message(4, operator), *attributes
    )


def value(field, name, size):
    extents = message(1, number(1, 1)) + message(1, number(1, size))
    return message(field, message(1, name), message(2, message(1, number(1, 1), message(2, extents))))


def onnx_file(*sizes):
    generator = random.Random(1)
    transposed = message(5, message(1, "transB"), number(3, 1), number(20, 2))
    nodes, weights, name = [], [], "x"
    for i, (inputs, outputs) in enumerate(zip(sizes, sizes[1:])):
        is_last = i + 2 == len(sizes)
        output = "y" if is_last else f"{2 * i}/Gemm_output_0"
        parameters = [f"{2 * i}.weight", f"{2 * i}.bias"]
        nodes.append(node("Gemm", [name, *parameters], output, transposed))
        weights.append(tensor(parameters[0], [outputs, inputs], generator))
        weights.append(tensor(parameters[1], [outputs], generator))
        name = output
        if not is_last:
            name = f"{2 * i + 1}/Relu_output_0"
            nodes.append(node("Relu", [output], name))
    graph = [*nodes, *weights, value(11, "x", sizes[0]), value(12, "y", sizes[-1])]
    return number(1, 8) + message(7, *graph) + message(8, message(1, ""), number(2, 17))
