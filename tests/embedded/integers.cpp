// Inference in fixed point and in integers of 8 bits: a board must print what the host prints, to the
// last bit, whichever instructions it has; and it must take as many instructions for every input.
// Lines that begin with # are for the reader.

#include "console.hpp"
#include "number.hpp"
#if defined(BOARD_CLOCK)
#include "counter.hpp"
#endif

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

// Nothing is counted on a host, whose instructions differ from run to run.
template <class Work>
std::uint32_t instructions_of(Work const& work) {
#if defined(BOARD_CLOCK)
    return counter::of(work);
#else
    work();
    return 0;
#endif
}

class generator {
public:
    std::uint32_t next() {
        state_ = state_ * 1664525 + 1013904223;
        return state_ >> 8;
    }

private:
    std::uint32_t state_ = 1;
};

// Ends of the range, zeros, random numbers.
template <class Integer>
Integer number(generator& random, int round) {
    constexpr int bits = 8 * sizeof(Integer);
    if (round < 60)
        return static_cast<Integer>(random.next() % 2 == 0 ? (std::int64_t{1} << (bits - 1)) - 1
                                                           : -(std::int64_t{1} << (bits - 1)));
    if (round < 65)
        return 0;
    return static_cast<Integer>(static_cast<std::int32_t>(random.next() << 8) >> (32 - bits));
}

// Runs on(x) for a thousand inputs. Gives whether each took as many instructions.
template <class Integer, std::size_t Inputs, class Run>
bool run(char const* name, bool must_be_constant, Run const& on) {
    std::uint32_t least = 0xffffffff, most = 0, digest = 0;
    generator random;
    for (int round = 0; round < 1000; ++round) {
        std::array<Integer, Inputs> x;
        asm volatile("" ::"r"(x.data()) : "memory"); // somebody may have its address
        for (auto& one : x)
            one = number<Integer>(random, round);
        std::uint32_t const count = instructions_of([&] { digest = digest * 31 + on(x); });
        least = count < least ? count : least;
        most = count > most ? count : most;
    }
    print(name);
    print(" ");
    print_number(digest, 10);
    print("\n# ");
    print_number(least, 10);
    print(" to ");
    print_number(most, 10);
    print(" instructions\n");
#if defined(BOARD_CLOCK)
    if (least < 100)
        return false; // nothing was counted
#endif
    return !must_be_constant || least == most;
}

template <class Scalar, class Hidden, class Last>
using net_of = ctnn::network<Scalar, ctnn::input<4>, ctnn::dense<16, Hidden>,
                             ctnn::dense<16, Hidden>, ctnn::dense<3, Last>>;

template <class Net>
constexpr Net initial = ctnn::initialize<Net>(ctnn::glorot_uniform{}, 7);

template <class Net>
[[gnu::noinline]] typename Net::output_type infer(Net const& net,
                                                  typename Net::input_type const& x) {
    return net(x);
}

template <class Scalar, class Hidden, class Last>
bool run_fixed_point(char const* name, bool must_be_constant) {
    using net = net_of<Scalar, Hidden, Last>;
    return run<typename Scalar::storage, 4>(name, must_be_constant, [](auto const& x) {
        typename net::input_type input;
        for (std::size_t i = 0; i < 4; ++i)
            input[i] = Scalar::from_raw(x[i]);
        std::uint32_t digest = 0;
        for (auto const y : infer(initial<net>, input))
            digest = digest * 31 + static_cast<std::uint32_t>(y.raw);
        return digest;
    });
}

template <class Net>
[[gnu::noinline]] auto infer_int8(ctnn::quantized<Net> const& net,
                                  typename ctnn::quantized<Net>::int8_input_type const& x) {
    return net.run(x);
}

template <class Net>
constexpr auto calibration = [] {
    std::array<ctnn::sample<typename Net::input_type, typename Net::output_type>, 8> samples{};
    for (std::size_t i = 0; i < samples.size(); ++i)
        for (std::size_t j = 0; j < Net::input_size; ++j)
            samples[i].input[j] = static_cast<float>((i * 5 + j * 3) % 17) / 8 - 1;
    return samples;
}();
template <class Net>
constexpr auto int8_of = ctnn::quantize(initial<Net>, calibration<Net>).network;

template <class Net>
bool run_int8(char const* name) {
    return run<std::int8_t, Net::input_size>(name, true, [](auto const& x) {
        std::uint32_t digest = 0;
        for (auto const y : infer_int8(int8_of<Net>, x))
            digest = digest * 31 + static_cast<std::uint32_t>(y);
        return digest;
    });
}

// Sizes that are no multiples of four.
using odd = ctnn::network<float, ctnn::input<5>, ctnn::dense<7, ctnn::relu>,
                          ctnn::dense<9, ctnn::sigmoid>, ctnn::dense<2>>;

// Windows in every form that a machine has for them: copied or where they lie, two and one, pairs of channels and single
// ones.
using windows =
    ctnn::network<float, ctnn::input<5, 4, 3>,
                  ctnn::conv2d<4, ctnn::kernel_size<3, 3>, ctnn::padding_same, ctnn::relu>,
                  ctnn::depthwise_conv2d<ctnn::kernel_size<3, 3>, ctnn::padding_same>,
                  ctnn::conv2d<5, ctnn::kernel_size<2, 2>>,
                  ctnn::depthwise_conv2d<ctnn::kernel_size<2, 2>, ctnn::strides<1, 2>, ctnn::relu>,
                  ctnn::dense<34, ctnn::relu>, ctnn::dense<5>>;
using places = ctnn::network<float, ctnn::input<5, 3, 4>, ctnn::conv2d<2, ctnn::kernel_size<1, 1>>,
                             ctnn::depthwise_conv2d<ctnn::kernel_size<2, 2>, ctnn::dilation<2, 1>>>;

} // namespace

int main() {
    using eight = ctnn::fixed_point<3, 4>;
    using sixteen = ctnn::fixed_point<3, 12>;
    using thirty_two = ctnn::fixed_point<7, 24>;
    using ctnn::relu, ctnn::tanh, ctnn::sigmoid, ctnn::softmax, ctnn::identity, ctnn::gelu;
    bool constant = run_fixed_point<eight, relu, softmax>("8 bits relu softmax", true);
    constant &= run_fixed_point<eight, tanh, identity>("8 bits tanh", true);
    constant &= run_fixed_point<sixteen, relu, softmax>("16 bits relu softmax", true);
    constant &= run_fixed_point<sixteen, tanh, identity>("16 bits tanh", true);
    constant &= run_fixed_point<sixteen, sigmoid, identity>("16 bits sigmoid", true);
    constant &= run_fixed_point<sixteen, gelu, identity>("16 bits gelu", true);
    constant &= run_fixed_point<thirty_two, relu, softmax>("32 bits relu softmax", false);
    constant &= run_fixed_point<thirty_two, tanh, identity>("32 bits tanh", false);
    constant &= run_int8<net_of<float, relu, softmax>>("int8 relu softmax");
    constant &= run_int8<net_of<float, tanh, identity>>("int8 tanh");
    constant &= run_int8<odd>("int8 odd sizes");
    constant &= run_int8<windows>("int8 windows");
    constant &= run_int8<places>("int8 windows of a place");
    print(constant ? "the same instructions for all inputs\n"
                   : "THE INSTRUCTIONS DEPEND ON THE INPUT\n");
    return constant ? 0 : 1;
}
