"""Models of operators that are rare in files of networks, for onnx_models.py."""

import numpy as np
from torch import nn

from onnx_file import add, add_exported, draw, integers, node, random

f32 = np.float32


def transposed_convolutions():
    def one(name, shape, kernel, bias=True, **attributes):
        weights = {"w": draw(*kernel), **({"b": draw(kernel[1] * attributes.get("group", 1))} if bias else {})}
        add(name, [node("ConvTranspose", ["x", *weights], ["y"], name="convolution", **attributes)], weights, shape)

    one("conv_transpose_of_pads", [1, 2, 3, 4], [2, 3, 4, 3], strides=[2, 1], pads=[1, 1, 1, 1])
    one("conv_transpose_of_groups", [1, 4, 2, 3], [4, 3, 2, 2], group=2, dilations=[1, 2], strides=[1, 2])
    one("conv_transpose_same_upper", [1, 2, 3, 2], [2, 2, 3, 2], auto_pad="SAME_UPPER", strides=[2, 2])
    one("conv_transpose_of_output_padding", [1, 2, 2, 3], [2, 2, 2, 2], bias=False, strides=[3, 3], output_padding=[1, 1])
    one("conv_transpose_that_pads_one_side", [1, 2, 3, 3], [2, 2, 3, 3], strides=[2, 2], pads=[1, 1, 1, 1],
        output_padding=[1, 1])


def enlarged_images():
    image = [1, 2, 2, 3]
    scales = np.array([1, 1, 2, 3], f32)
    add_exported("resize_of_pytorch", nn.Sequential(nn.Upsample(scale_factor=2), nn.Conv2d(2, 1, 2)), image)
    add("resize_of_half_pixels", [node("Resize", ["x", "", "s"], ["y"])], {"s": scales}, image)
    add("resize_to_sizes", [node("Resize", ["x", "", "", "s"], ["y"], nearest_mode="floor",
        coordinate_transformation_mode="asymmetric")], {"s": integers(1, 2, 6, 6)}, image)
    add("resize_opset_10", [node("Resize", ["x", "s"], ["y"])], {"s": scales}, image, opset=10)
    add("upsample_opset_9", [node("Upsample", ["x", "s"], ["y"])], {"s": scales}, image, opset=9)
    add("upsample_opset_7", [node("Upsample", ["x"], ["y"], scales=scales.tolist())], {}, image, opset=7)
    add("resize_by_a_half", [node("Resize", ["x", "", "s"], ["y"])], {"s": np.array([1, 1, 1.5, 1], f32)}, image)
    add("resize_of_corners", [node("Resize", ["x", "", "s"], ["y"], coordinate_transformation_mode="align_corners")],
        {"s": scales}, image)


def limits():
    x = np.array([[-4.5, -2.5, -1, 0, 0.5, 6.5]], f32)
    size = list(x.shape)
    zero, low, high = (np.array(value, f32) for value in (0, -2, 3))
    add("max_of_zero", [node("Max", ["x", "a"], ["y"])], {"a": zero}, size, x)
    add("max_and_min", [node("Max", ["a", "x"], ["h"]), node("Min", ["h", "b"], ["y"])], {"a": low, "b": high}, size, x)
    add("min_of_one", [node("Min", ["x", "b"], ["y"])], {"b": high}, size, x)
    add("clip_of_nothing", [node("Clip", ["x"], ["y"])], {}, size, x)
    add("sum_with_a_constant", [node("Sum", ["x", "b"], ["y"])], {"b": high[None]}, size, x)
    add("sum_of_one", [node("Sum", ["x"], ["y"])], {}, size, x)


def scaled_products():
    w, b = draw(4, 3), draw(3)
    add("gemm_of_alpha", [node("Gemm", ["x", "w"], ["y"], alpha=0.3)], {"w": w}, [1, 4])
    add("gemm_of_beta", [node("Gemm", ["x", "w", "b"], ["y"], beta=0.3)], {"w": w, "b": b}, [1, 4])
    add("gemm_of_beta_0", [node("Gemm", ["x", "w", "b"], ["y"], alpha=0.5, beta=0.0)], {"w": w, "b": b}, [1, 4])
    add("gemm_of_alpha_and_beta", [node("Gemm", ["x", "w", "b"], ["y"], alpha=0.3, beta=0.3)], {"w": w, "b": b}, [1, 4])


def other_axes():
    """Dimensions change places twice, so the axes that a layer follows are not those of the network."""
    def turned(name, *last, **weights):
        add(name, [node("Gemm", ["x", "w"], ["h"]), node("Reshape", ["h", "s"], ["r"]),
            node("Transpose", ["r"], ["t"], perm=[0, 2, 1]), node("Transpose", ["t"], ["u"], perm=[0, 2, 1]), *last],
            {"w": draw(4, 6), "s": integers(1, 2, 3), **weights}, [1, 4])

    turned("bias_of_other_axes", node("Add", ["u", "b"], ["y"]), b=draw(3))
    turned("slopes_of_other_axes", node("PRelu", ["u", "b"], ["y"]), b=draw(3))
    turned("divisors_of_other_axes", node("Div", ["u", "b"], ["y"]), b=abs(draw(3)) + f32(0.5))
    turned("means_of_other_axes", node("Sub", ["u", "m"], ["d"]), node("Transpose", ["d"], ["v"], perm=[0, 2, 1]),
           node("Div", ["v", "b"], ["y"]), m=draw(3), b=abs(draw(2)) + f32(0.5))
    add("channels_that_become_places", [node("Reshape", ["x", "s"], ["r"]),
        node("Transpose", ["r"], ["t"], perm=[0, 1, 4, 2, 5, 3]), node("Reshape", ["t", "e"], ["y"])],
        {"s": integers(-1, 1, 2, 3, 2, 4), "e": integers(-1, 1, 4, 12)}, [1, 6, 2, 4])
    add("weights_as_a_reshape", [node("Reshape", ["w", "s"], ["m"]), node("MatMul", ["x", "m"], ["y"])],
        {"w": draw(2, 2, 3), "s": integers(4, 3)}, [1, 4])


def add_models():
    state = random.get_state()  # for the files that are drawn after these, which stay as they are
    transposed_convolutions()
    enlarged_images()
    limits()
    scaled_products()
    other_axes()
    random.set_state(state)
