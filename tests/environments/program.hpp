// What a user's program may do, a little of everything, so that the library's templates are instantiated. Files that
// prepare a hostile place include this after it; ctnn.hpp is included already.
#pragma once

namespace a_program {

using its_model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>,
                                ctnn::dense<2, ctnn::softmax>>;

inline constexpr its_model its_network{{{{0.1, 0.2, 0.3}, {0.3, 0.2, 0.7}}, {1.0, 1.0, 1.0}},
                                       {{{0.2, 0.3}, {0.3, 0.5}, {0.6, 0.4}}, {1.0, 1.0}}};
inline constexpr std::array<double, 2> its_input{0.1, 0.7}, its_target{1.0, 0.0};

inline constexpr auto its_step =
    ctnn::backpropagate(its_network, ctnn::cross_entropy{}, its_input, its_target);
inline constexpr its_model its_successor =
    ctnn::sgd{.learning_rate = 0.01}.update(its_network, its_step.gradient);
static_assert(ctnn::loss(its_successor, ctnn::cross_entropy{}, its_input, its_target) <
              its_step.loss);

// Data.
inline constexpr ctnn::text_view its_text{
    "a,b,class\n0.5,1.5,0\n1.5,-0.5,1\n2.5,2.25,0\n-1,0.125,1\n"};
inline constexpr auto& its_rows = ctnn::embedded_samples<its_text, double, 2, 2>;
static_assert(its_rows.size() == 4 && ctnn::csv<double, 2, 2, 4>(its_text).ok());
inline constexpr auto its_parts = ctnn::split<2>(its_rows, 1);
inline constexpr ctnn::standardization its_scale(its_parts.training);
inline constexpr auto its_training = its_scale(its_parts.training);

// Training: as a function in a constant, as a recipe, a step.
inline constexpr auto its_result =
    ctnn::train(its_network, ctnn::cross_entropy{}, ctnn::sgd{.learning_rate = 0.1}, its_training,
                {.epochs = 2, .batch_size = 2, .shuffle = true});
static_assert(its_result.ok() && ctnn::accuracy(its_result.network, its_rows) >= 0);
struct its_recipe {
    static constexpr auto network = ctnn::initialize<its_model>(ctnn::he_uniform{}, 1);
    static constexpr ctnn::cross_entropy loss{};
    static constexpr ctnn::sgd optimizer{.learning_rate = 0.1};
    static constexpr auto& samples = its_rows;
    static constexpr std::size_t epochs = 2;
};
static_assert(ctnn::trained<its_recipe>.losses.size() == 2);

// Layers with windows and layers in layers, with their training, batches and bounds.
using its_convolution = ctnn::conv2d<1, ctnn::kernel_size<2, 2>, ctnn::strides<1, 1>,
                                     ctnn::dilation<1, 1>, ctnn::padding_same, ctnn::relu>;
using its_images = ctnn::network<float, ctnn::input<3, 3, 1>, its_convolution,
                                 ctnn::max_pool<ctnn::kernel_size<2, 2>, ctnn::padding<1, 0>>,
                                 ctnn::residual<its_convolution>, ctnn::dense<2, ctnn::softmax>>;
inline constexpr auto its_image_network = ctnn::initialize<its_images>(ctnn::he_uniform{}, 1);
inline constexpr std::array<ctnn::sample<its_images::input_type, its_images::output_type>, 2>
    its_pictures{{{{1, 0, 1}, {1, 0}}, {{0, 1, 0}, {0, 1}}}};
static_assert(ctnn::train(its_image_network, ctnn::cross_entropy{}, ctnn::sgd{.learning_rate = 0.1},
                          its_pictures, {.batch_size = 2})
                  .ok());
static_assert(its_image_network(std::array{its_pictures[0].input, its_pictures[1].input})[1][0] >
              0);
static_assert(ctnn::bounds(its_image_network, ctnn::box<float, 9>{})[0].contains(
    its_image_network(its_images::input_type{})[0]));

// Every activation, and derivatives of derivatives.
template <class Activation>
constexpr bool its_activation() {
    ctnn::network<float, ctnn::input<2>, ctnn::dense<2, Activation>> const one{};
    ctnn::network<ctnn::dual<double>, ctnn::input<2>, ctnn::dense<2, Activation>> const other{};
    auto const step =
        ctnn::backpropagate(one, ctnn::mean_squared_error{}, {0.5f, -0.5f}, {0.0f, 1.0f});
    return ctnn::math::is_finite(one({0.5f, -0.5f})[0]) && ctnn::math::is_finite(step.loss) &&
           ctnn::math::is_finite(
               other({ctnn::dual<double>(0.5), ctnn::dual<double>(-0.5)})[1].value);
}
template <class... Activation>
constexpr bool its_activations = (... && its_activation<Activation>());
static_assert(its_activations<ctnn::identity, ctnn::relu, ctnn::leaky_relu, ctnn::elu,
                              ctnn::sigmoid, ctnn::tanh, ctnn::softplus, ctnn::gelu, ctnn::silu,
                              ctnn::hard_sigmoid, ctnn::hard_tanh>);

// Verification.
inline constexpr ctnn::box<double, 2> its_box{{-1, -1}, {1, 1}};
static_assert(ctnn::bounds(its_network, its_box)[0].lower >= 0);
static_assert(ctnn::verify::require(ctnn::verify::robust(its_network, its_input, 0.001)));
static_assert(ctnn::verify::monotone(its_network, its_box, 0, 0).boxes > 0);

// Fixed point and integers of 8 bits.
using its_number = ctnn::fixed_point<3, 12>;
inline constexpr auto its_fixed = ctnn::convert<its_number>(its_network);
static_assert(ctnn::output_error(its_network, its_fixed, its_rows).same_class >= 0);
inline constexpr auto its_float = ctnn::convert<float>(its_network);
inline constexpr auto& its_calibration = ctnn::embedded_samples<its_text, float, 2, 2>;
inline constexpr auto its_integers = ctnn::quantize(its_float, its_calibration).network;
static_assert(its_integers({0.5f, 1.5f})[0] >= 0);

static_assert(ctnn::footprint<its_model>.parameter_bytes == sizeof(its_model) &&
              ctnn::summary<its_model>().size() > 0);

// At run time: the kernels of the machine, in batches too.
inline double its_day(its_model& net_of_today, std::array<std::array<double, 2>, 9> const& inputs) {
    auto const all = net_of_today(inputs);
    auto const told =
        ctnn::train(net_of_today, ctnn::cross_entropy{}, ctnn::sgd{.learning_rate = 0.1},
                    its_training, {.epochs = 1, .batch_size = 2});
    net_of_today = told.network;
    return all[8][0] + net_of_today(inputs[0])[1] +
           static_cast<double>(its_fixed({its_number(0.5), its_number(1)})[0]);
}

#if __STDC_HOSTED__
inline bool its_proof(its_model const& net_of_today) {
    ctnn::host::proof_options spent{};
    spent.threads = 2;
    spent.checkpoint = "a_proof";
    auto const found = ctnn::host::prove(
        net_of_today, its_box, ctnn::verify::condition<2, 1, 1>{{{{{{{1, -1}, 2}}}}}}, spent);
    auto const file = ctnn::host::read_nnet("");
    auto const question = ctnn::host::read_vnnlib("");
    return found.proven() && !file.problem && !question.problem;
}
#endif

} // namespace a_program
