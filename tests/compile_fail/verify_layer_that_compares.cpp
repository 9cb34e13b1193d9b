// expect: code that compares numbers cannot be run on intervals: .* and a layer calls larger\(x, y\)
// lines: 15 40
#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

// Each number, but at least the one before.
struct running_maximum {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {};
        static constexpr bool only_compares = true;
        static constexpr Scalar larger_of(Scalar const& x, Scalar const& y) {
#ifndef CTNN_WRONG
            if constexpr (requires { larger(x, y); })
                return larger(x, y);
            else
#endif
                return x < y ? y : x;
        }
        static constexpr values forward(parameters const&, values x) {
            for (std::size_t i = 1; i < Inputs; ++i)
                x[i] = larger_of(x[i - 1], x[i]);
            return x;
        }
        static constexpr values backward(parameters const&, values const&, values const& dv) {
            return dv;
        }
    };
};

constexpr ctnn::network<float, ctnn::input<2>, running_maximum> net{};
static_assert(ctnn::bounds(net, ctnn::box<float, 2>{{0, 1}, {3, 2}})[1].upper == 3);
