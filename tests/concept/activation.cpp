#include <ctnn/concept/activation.hpp>

#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/number/dual.hpp>

#include "../catch.hpp"
#include "../laws/own.hpp"

namespace {

using ctnn::concepts::activation;
using ctnn::concepts::elementwise_activation;
using ctnn::concepts::vector_activation;
template <class Scalar, std::size_t Size>
using values = std::array<Scalar, Size>;

struct no_derivative {
    static constexpr double value(double x) { return x; }
};
struct no_value {
    static constexpr double derivative(double x, double) { return x; }
};
struct of_float_only {
    static constexpr float value(float x) { return x; }
    static constexpr float derivative(float, float) { return 1; }
};
struct with_a_member : ctnn::identity {
    double slope;
};
struct no_backward {
    static constexpr values<double, 2> forward(values<double, 2> const& x) { return x; }
};
struct of_three_only : no_backward {
    static constexpr values<double, 3> forward(values<double, 3> const& x) { return x; }
    static constexpr values<double, 3> backward(values<double, 3> const&, values<double, 3> const&,
                                                values<double, 3> const& dy) {
        return dy;
    }
};
struct that_halves {
    static constexpr values<double, 1> forward(values<double, 2> const& x) { return {x[0]}; }
    static constexpr values<double, 2> backward(values<double, 2> const&, values<double, 1> const&,
                                                values<double, 1> const&) {
        return {};
    }
};

} // namespace

TEST_CASE("what models an activation", "[concept]") {
    STATIC_REQUIRE(activation<ctnn::identity>);
    STATIC_REQUIRE(activation<ctnn::leaky_relu, float>);
    STATIC_REQUIRE(activation<ctnn::basic_leaky_relu<0.5>, ctnn::dual<double>>);
    STATIC_REQUIRE(activation<own::swish<2.0>>);
    STATIC_REQUIRE(activation<ctnn::softmax, float, 7>);
    STATIC_REQUIRE(activation<of_three_only, double, 3>);
}

TEST_CASE("an activation is of one kind", "[concept]") {
    STATIC_REQUIRE(elementwise_activation<ctnn::identity>);
    STATIC_REQUIRE(!vector_activation<ctnn::identity>);
    STATIC_REQUIRE(vector_activation<ctnn::softmax>);
    STATIC_REQUIRE(!elementwise_activation<ctnn::softmax>);
}

TEST_CASE("what does not model an activation", "[concept]") {
    STATIC_REQUIRE(!activation<double>);
    STATIC_REQUIRE(!activation<double (*)(double)>);
    STATIC_REQUIRE(!activation<no_derivative>);
    STATIC_REQUIRE(!activation<no_value>);
    STATIC_REQUIRE(!activation<of_float_only, double>);
    STATIC_REQUIRE(!activation<with_a_member>);
    STATIC_REQUIRE(!activation<no_backward>);
    STATIC_REQUIRE(!activation<of_three_only, double, 2>);
    STATIC_REQUIRE(!activation<that_halves>);
    STATIC_REQUIRE(!activation<ctnn::mean_squared_error>);
}
