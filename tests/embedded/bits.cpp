// What six networks give, on the host and on the board: forward, gradients, ten steps of training. Of
// each a digest, which the board must print as the host prints it. The forward
// passes are compared with the compiler's as well.

#include "console.hpp"

#include "../../benchmarks/embedded/nets/a.hpp"
#include "../../benchmarks/embedded/nets/b.hpp"
#include "../../benchmarks/embedded/nets/digits.hpp"
#include "other_activations.hpp"
#include "recurrent.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace {

// FNV-1a over the bits of floats.
class digest {
public:
    [[gnu::noinline]] constexpr void add(float const* values, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
            auto const bits = std::bit_cast<std::uint32_t>(values[i]);
            for (int shift = 0; shift < 32; shift += 8)
                hash_ = (hash_ ^ ((bits >> shift) & 255)) * 0x100000001b3;
        }
    }
    constexpr void add(float value) { add(&value, 1); }
    template <std::size_t Size>
    constexpr void add(std::array<float, Size> const& values) {
        add(values.data(), Size);
    }
    template <ctnn::concepts::network Network>
    constexpr void add(Network const& net) {
        ctnn::detail::for_each_block(
            [this](auto block) { this->add(block.data, decltype(block)::size); }, net);
    }

    void show(char const* net, char const* what) const {
        char text[18]{};
        for (int i = 0; i < 16; ++i)
            text[i] = "0123456789abcdef"[(hash_ >> (60 - 4 * i)) & 15];
        text[16] = '\n';
        for (char const* part : {net, " ", what, " ", static_cast<char const*>(text)})
            print(part);
    }

    friend constexpr bool operator==(digest, digest) = default;

private:
    std::uint64_t hash_ = 0xcbf29ce484222325;
};

std::uint32_t const volatile run_time = 0;

template <class Net>
[[gnu::noinline]] constexpr digest forward(std::uint32_t nothing) {
    digest of;
    for (std::uint32_t seed = 0; seed < 4; ++seed)
        of.add(Net::initial(nets::input<typename Net::network>(seed + nothing)));
    return of;
}

template <class Net>
[[gnu::noinline]] constexpr digest gradient(std::uint32_t nothing) {
    digest of;
    auto const x = nets::input<typename Net::network>(nothing);
    auto const back = ctnn::backpropagate(Net::initial, Net::loss, x,
                                          nets::target<typename Net::network>(nothing));
    of.add(back.output);
    of.add(back.loss);
    of.add(back.gradient);
    return of;
}

// Not known as a constant where it is copied: g++ would store each number by itself.
template <class Net>
[[gnu::noinline]] typename Net::network const& start() {
    return Net::initial;
}

template <class Net>
[[gnu::noinline]] digest ten_steps() {
    ctnn::training_result<typename Net::network> pupil{start<Net>()};
    digest of;
    for (std::uint32_t seed = run_time; seed < 10; ++seed)
        of.add(ctnn::train_step(pupil, Net::loss, nets::optimizer,
                                nets::input<typename Net::network>(seed),
                                nets::target<typename Net::network>(seed)));
    of.add(pupil.network);
    return of;
}

// What a stream gives, and what it remembers at the end.
[[gnu::noinline]] constexpr digest steps_of_stream(std::uint32_t nothing) {
    constexpr auto net = ctnn::streamed(nets::streaming::initial);
    using live = ctnn::stream_of<nets::streaming::network>;
    live::state state;
    digest of;
    for (std::uint32_t seed = 0; seed < 7; ++seed)
        of.add(net.step(state, nets::input<live>(seed + nothing)));
    of.add(state.layer<0>().hidden);
    of.add(state.layer<2>().layer<0>().cell);
    return of;
}

bool check_stream() {
    digest const of = steps_of_stream(run_time);
    of.show(nets::streaming::name, "steps");
    return of == [] {
        constexpr digest compiled = steps_of_stream(0);
        return compiled;
    }();
}

template <class Net>
bool check() {
    forward<Net>(run_time).show(Net::name, "forward");
    gradient<Net>(run_time).show(Net::name, "gradient");
    ten_steps<Net>().show(Net::name, "ten steps");
    return forward<Net>(run_time) == [] {
        constexpr digest compiled = forward<Net>(0);
        return compiled;
    }();
}

} // namespace

int main() {
    bool agree = check<nets::a>();
    agree &= check<nets::b>();
    agree &= check<nets::digits>();
    agree &= check<nets::gates>();
    agree &= check<nets::hard>();
    agree &= check<nets::recurrent>();
    agree &= check_stream();
    print(agree ? "the compiler agrees\n" : "THE COMPILER HAS OTHER BITS\n");
    return agree ? 0 : 1;
}
