#include <ctnn/concept/layer.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/number/dual.hpp>
#include <ctnn/tensor/input.hpp>

#include "../catch.hpp"
#include "../laws/own.hpp"
#include "../laws/watched.hpp"

// Which part is missing, and that the message names it: tests/compile_fail/layer_*.cpp.

namespace {

using ctnn::concepts::layer;

struct with_a_member : own::scale {
    int number;
};
struct with_another_scalar {
    template <class Scalar, std::size_t Inputs>
    using bound = own::scale::bound<float, Inputs>;
};
struct with_a_wrong_size {
    template <class Scalar, std::size_t Inputs>
    struct bound : own::scale::bound<Scalar, Inputs> {
        static constexpr std::size_t output_size = Inputs + 1;
    };
};
struct with_a_wrong_activation : own::scale {
    using activation = ctnn::mean_squared_error;
};
struct with_its_activation : own::scale {
    using activation = ctnn::softmax;
};
struct of_even_sizes {
    template <class Scalar, std::size_t Inputs>
        requires(Inputs % 2 == 0)
    using bound = own::scale::bound<Scalar, Inputs>;
};

} // namespace

TEST_CASE("what models a layer", "[concept]") {
    STATIC_REQUIRE(layer<ctnn::dense<3>>);
    STATIC_REQUIRE(layer<ctnn::dense<1, ctnn::softmax>, float, 784>);
    STATIC_REQUIRE(layer<ctnn::dense<2, ctnn::relu>, ctnn::dual<double>>);
    STATIC_REQUIRE(layer<ctnn::activate<ctnn::relu>>);
    STATIC_REQUIRE(layer<ctnn::relu>);
    STATIC_REQUIRE(layer<ctnn::softmax, float, 3>);
    STATIC_REQUIRE(layer<own::scale>);
    STATIC_REQUIRE(layer<with_its_activation>);
    STATIC_REQUIRE(layer<of_even_sizes, double, 4>);
    STATIC_REQUIRE(layer<own::watched<0>>);
    STATIC_REQUIRE(layer<ctnn::residual<ctnn::dense<3>>, float, 3>);
}

TEST_CASE("what does not model a layer", "[concept]") {
    STATIC_REQUIRE(!layer<double>);
    STATIC_REQUIRE(!layer<ctnn::input<3>>);
    STATIC_REQUIRE(!layer<ctnn::mean_squared_error>);
    STATIC_REQUIRE(!layer<ctnn::dense<0>>);
    STATIC_REQUIRE(!layer<with_a_member>);
    STATIC_REQUIRE(!layer<with_another_scalar>);
    STATIC_REQUIRE(!layer<with_a_wrong_size>);
    STATIC_REQUIRE(!layer<with_a_wrong_activation>);
    STATIC_REQUIRE(!layer<of_even_sizes, double, 3>);
    STATIC_REQUIRE(!layer<ctnn::residual<ctnn::dense<3>>, float, 2>);
    STATIC_REQUIRE(!layer<ctnn::conv2d<1, ctnn::kernel_size<1, 1>>, float, 9>); // of a plain row
}
