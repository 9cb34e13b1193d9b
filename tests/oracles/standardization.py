"""standardization.py: the iris flowers' means and deviations, by numpy in long double, and two flowers on that scale.
Writes tests/data/standardization_values.hpp."""

import pathlib

import numpy

from header import Header, array

CHECKOUT = pathlib.Path(__file__).parent.parent.parent

flowers = numpy.loadtxt(CHECKOUT / "docs/examples/data/iris.csv", delimiter=",", skiprows=1).astype(numpy.longdouble)
inputs = flowers[:, :4]
mean = inputs.mean(axis=0)
deviation = inputs.std(axis=0)
scaled = (inputs - mean) / deviation

with Header("data/standardization_values.hpp", "standardization_values", "standardization.py", "numpy", ["array"]) as header:
    for name, values in [("mean", mean), ("deviation", deviation), ("first", scaled[0]), ("last", scaled[149])]:
        header.add(f"inline constexpr std::array<double, 4> {name}{array(values)};")
