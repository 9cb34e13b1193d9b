#include <array>
#include <catch.hpp>
#include <ctnn/ctnn.hpp>
#include <ctnn/face/batch/layers.hpp>
#include <ctnn/face/compiler/network_form.hpp>
#include <ctnn/placed/layer_kind.hpp>
#include <type_traits>

using namespace ctnn;

namespace {

// A layer of which only its functions are known.
struct twice {
    template <concepts::scalar Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {};

        static constexpr values forward(parameters const&, values x) {
            for (Scalar& number : x)
                number += number;
            return x;
        }
        static constexpr values backward(parameters const& p, values const&, values const& dv) {
            return forward(p, dv);
        }
    };
};

using image =
    network<float, input<4, 4, 1>, conv2d<2, kernel_size<2, 2>, strides<2, 2>>,
            conv2d<3, kernel_size<2, 2>>, relu, dense<3>, residual<dense<3>>, twice, dense<2>>;
template <std::size_t Index>
using at = image::stage<Index>;

using placed::kind_of_layer;
using placed::layer_kind;
static_assert(kind_of_layer<at<0>> == layer_kind::windows);
static_assert(kind_of_layer<at<1>> == layer_kind::dense); // its one window is the whole input
static_assert(kind_of_layer<at<2>> == layer_kind::pointwise);
static_assert(kind_of_layer<at<3>> == layer_kind::dense);
static_assert(kind_of_layer<at<4>> == layer_kind::composite);
static_assert(kind_of_layer<at<5>> == layer_kind::opaque);

// Faces ask for the kind, not for the name.
using whole =
    network<float, input<2, 2, 2>, conv2d<3, kernel_size<2, 2>, ctnn::tanh>, dense<2, softmax>>;
using flat = network<float, input<8>, dense<3, ctnn::tanh>, dense<2, softmax>>;
static_assert(
    std::is_same_v<batch::form_of<whole::stage<0>>::type, batch::form_of<flat::stage<0>>::type>);
static_assert(std::is_same_v<compiler::form_of<whole::stage<0>>::type,
                             compiler::form_of<flat::stage<0>>::type>);
static_assert(whole::output_shape::size == 2);
static_assert(std::is_same_v<whole::stage<0>::output_shape, shape<1, 1, 3>>);

template <class Net>
constexpr auto trained_on(std::size_t batch_size) {
    auto const start = initialize<Net>(uniform{-0.5, 0.5}, 3);
    std::array<sample<typename Net::input_type, typename Net::output_type>, 5> samples{};
    for (std::size_t i = 0; i < samples.size(); ++i) {
        for (std::size_t k = 0; k < 8; ++k)
            samples[i].input[k] = static_cast<float>((7 * i + 3 * k) % 5) / 4 - 0.5f;
        samples[i].target = one_hot<float, 2>(i % 2);
    }
    return train(start, cross_entropy{}, sgd{.learning_rate = 0.1}, samples,
                 {.epochs = 3, .batch_size = batch_size, .seed = 1})
        .network;
}

template <class Net>
constexpr std::array<float, Net::parameter_count> numbers_of(Net const& net) {
    std::array<float, Net::parameter_count> all{};
    std::size_t count = 0;
    for (auto const& row : {net.template layer<0>().weights.values})
        for (float const weight : row)
            all[count++] = weight;
    for (float const bias : net.template layer<0>().biases)
        all[count++] = bias;
    for (float const weight : net.template layer<1>().weights.values)
        all[count++] = weight;
    for (float const bias : net.template layer<1>().biases)
        all[count++] = bias;
    return all;
}

} // namespace

TEST_CASE("a convolution of one window over the whole input has the bits of a dense layer",
          "[placed][layer_kind]") {
    constexpr auto in_constant = numbers_of(trained_on<whole>(1));
    static_assert(in_constant == numbers_of(trained_on<flat>(1)));
    for (std::size_t const batch_size : {std::size_t{1}, std::size_t{2}, std::size_t{5}})
        CHECK(numbers_of(trained_on<whole>(batch_size)) ==
              numbers_of(trained_on<flat>(batch_size)));
    CHECK(numbers_of(trained_on<whole>(1)) == in_constant);
}
