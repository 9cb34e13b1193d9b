// expect: layer<0(UL)?, twice.*does_not_take_intervals_as_its_numbers
#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
template <class Scalar>
concept number = std::floating_point<Scalar>;
#else
template <class Scalar>
concept number = ctnn::concepts::scalar<Scalar>;
#endif

struct twice {
    template <number Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {};
        static constexpr values forward(parameters, values x) {
            for (Scalar& number : x)
                number = number + number;
            return x;
        }
        static constexpr values backward(parameters p, values const&, values const& dv) {
            return forward(p, dv);
        }
    };
};

constexpr ctnn::network<float, ctnn::input<2>, twice> net{};
static_assert(ctnn::bounds(net, ctnn::box<float, 2>{{0, 1}, {3, 2}})[1].upper == 4);
