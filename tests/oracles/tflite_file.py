"""tflite_file.py: writes .tflite files (FlatBuffers of TensorFlow Lite's schema, version 3), operator by operator."""

import struct

import numpy as np

TYPES = {"float32": 0, "float16": 1, "int32": 2, "uint8": 3, "int64": 4, "int8": 9}
CODES = dict(ADD=0, AVERAGE_POOL_2D=1, CONCATENATION=2, CONV_2D=3, DEPTHWISE_CONV_2D=4, DEQUANTIZE=6, FULLY_CONNECTED=9,
             LOGISTIC=14, MAX_POOL_2D=17, MUL=18, RELU=19, RELU_N1_TO_1=20, RELU6=21, RESHAPE=22, SOFTMAX=25, TANH=28,
             PAD=34, MEAN=40, SUB=41, SQUEEZE=43, STRIDED_SLICE=45, LOG_SOFTMAX=50, PRELU=54, EXPAND_DIMS=70,
             REDUCE_MAX=82, LEAKY_RELU=98, ELU=111, QUANTIZE=114, HARD_SWISH=117, GELU=150)
# BuiltinOptions: which table of options an operator has.
OPTIONS = dict(CONV_2D=1, DEPTHWISE_CONV_2D=2, AVERAGE_POOL_2D=5, MAX_POOL_2D=5, FULLY_CONNECTED=8, SOFTMAX=9,
               CONCATENATION=10, ADD=11, RESHAPE=17, MUL=21, PAD=22, MEAN=27, SUB=28, SQUEEZE=30, REDUCE_MAX=27,
               STRIDED_SLICE=32, LOG_SOFTMAX=36, EXPAND_DIMS=52, LEAKY_RELU=75, QUANTIZE=89, GELU=116, DEQUANTIZE=38)
NONE, RELU, RELU_N1_TO_1, RELU6 = range(4)
SAME, VALID = range(2)


class Byte(int):
    pass


class Table(dict):
    """Fields by their index: Byte, int, float, bytes, a list of Table, a numpy array, or a Table."""


def write(root, identifier=b"TFL3"):
    out = bytearray(struct.pack("<I", 0) + identifier)

    def align(size, ahead=0):
        while (len(out) + ahead) % size:
            out.append(0)

    def put(value):
        if isinstance(value, Table):
            return put_table(value)
        if isinstance(value, (bytes, np.ndarray)):
            items = np.frombuffer(value, np.uint8) if isinstance(value, bytes) else value
            align(16 if items.itemsize == 1 else 8, 4)
            start = len(out)
            out.extend(struct.pack("<I", items.size) + items.astype(items.dtype.newbyteorder("<")).tobytes())
            return start
        align(4)
        start = len(out)
        out.extend(struct.pack("<I", len(value)) + bytes(4 * len(value)))
        for i, one in enumerate(value):
            refer(start + 4 + 4 * i, put(one))
        return start

    def refer(place, target):
        out[place:place + 4] = struct.pack("<I", target - place)

    def put_table(table):
        count = max(table, default=-1) + 1
        align(4)
        if (len(out) + 4 + 2 * count) % 4:
            out.extend(bytes(2))
        fields = len(out)
        places = [4 + 4 * sorted(table).index(i) if i in table else 0 for i in range(count)]
        out.extend(struct.pack(f"<HH{count}H", 4 + 2 * count, 4 + 4 * len(table), *places))
        start = len(out)
        out.extend(struct.pack("<i", start - fields) + bytes(4 * len(table)))
        for i, value in table.items():
            place = start + places[i]
            if isinstance(value, Byte):
                out[place] = value & 255
            elif isinstance(value, (int, np.integer)):
                out[place:place + 4] = struct.pack("<i", value)
            elif isinstance(value, (float, np.floating)):
                out[place:place + 4] = struct.pack("<f", value)
            else:
                refer(place, put(value))
        return start

    refer(0, put(root))
    return bytes(out)


class Model:
    def __init__(self):
        self.tensors, self.buffers, self.operators, self.codes = [], [Table()], [], []
        self.inputs, self.outputs = [], []

    def tensor(self, shape, data=None, type="float32", scale=None, zero=0, dimension=0, signature=None):
        """Its index. scale: one, or one for each index of a dimension."""
        made = Table({0: np.array(shape, np.int32), 1: Byte(TYPES[type]), 3: f"t{len(self.tensors)}".encode()})
        if data is not None:
            made[2] = len(self.buffers)
            self.buffers.append(Table({0: data if isinstance(data, bytes) else
                                       np.ascontiguousarray(data).astype(type).tobytes()}))
        if scale is not None:
            scales = np.atleast_1d(np.array(scale, np.float32))
            zeros = np.broadcast_to(np.array(zero, np.int64), scales.shape).copy()
            made[4] = Table({2: scales, 3: zeros, 6: dimension})
        if signature is not None:
            made[7] = np.array(signature, np.int32)
        self.tensors.append(made)
        return len(self.tensors) - 1

    def constant(self, data, **more):
        data = np.asarray(data)
        type = {"float64": "float32"}.get(data.dtype.name, data.dtype.name)
        return self.tensor(data.shape, data.astype(type), type, **more)

    def input(self, shape, **more):
        self.inputs.append(self.tensor(shape, **more))
        return self.inputs[-1]

    def operator(self, code, inputs, shape, options=(), outputs=None, **more):
        """The tensor that it gives. options: of its table, by index."""
        number = CODES.get(code, code)
        if number not in self.codes:
            self.codes.append(number)
        given = [self.tensor(shape, **more)] if outputs is None else outputs
        made = Table({0: self.codes.index(number), 1: np.array(inputs, np.int32), 2: np.array(given, np.int32)})
        if code in OPTIONS:
            made[3], made[4] = Byte(OPTIONS[code]), Table(options)
        self.operators.append(made)
        return given[0]

    def output(self, tensor):
        self.outputs.append(tensor)

    def file(self):
        graph = Table({0: self.tensors, 1: np.array(self.inputs, np.int32), 2: np.array(self.outputs, np.int32),
                       3: self.operators})
        codes = [Table({0: Byte(min(code, 127)), 2: 1, 3: code}) for code in self.codes]
        return write(Table({0: 3, 1: codes, 2: [graph], 4: self.buffers}))


def conv(padding, stride=(1, 1), fused=NONE, dilation=(1, 1)):
    return {0: Byte(padding), 1: stride[1], 2: stride[0], 3: Byte(fused), 4: dilation[1], 5: dilation[0]}


def depthwise(padding, multiplier, stride=(1, 1), fused=NONE, dilation=(1, 1)):
    return {0: Byte(padding), 1: stride[1], 2: stride[0], 3: multiplier, 4: Byte(fused), 5: dilation[1], 6: dilation[0]}


def pool(padding, kernel, stride, fused=NONE):
    return {0: Byte(padding), 1: stride[1], 2: stride[0], 3: kernel[1], 4: kernel[0], 5: Byte(fused)}


def dense(fused=NONE, keep=False):
    return {0: Byte(fused), 2: Byte(keep)}


def tensor_proto(values):
    """The values as onnx's TensorProto, which tests compare with."""
    def varint(x):
        made = b""
        while x > 127:
            made += bytes([x & 127 | 128])
            x >>= 7
        return made + bytes([x])
    made = b"".join(b"\x08" + varint(d) for d in values.shape) + b"\x10\x01"
    raw = values.astype("<f4").tobytes()
    return made + b"\x4a" + varint(len(raw)) + raw
