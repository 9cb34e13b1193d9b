// expect: stream_has_parameters<5(UL)?>.*but_the_network_has<10(UL)?>
#include <ctnn/ctnn.hpp>

// A layer of one bias for each number, that says of itself that it is one for each of a step.
struct shift {
#ifdef CTNN_WRONG
    using step_layer = shift;
#else
    using step_layer = ctnn::relu;
#endif
    template <class Scalar, class Shape>
    struct bound {
        using output_shape = Shape;
        using values = std::array<Scalar, Shape::size>;
#ifdef CTNN_WRONG
        struct parameters {
            values biases{};
        };
#else
        struct parameters {};
#endif
        static constexpr values forward(parameters const&, values const& x) {
            return x;
        }
        static constexpr values backward(parameters const&, values const&, values const& dv) {
            return dv;
        }
        static constexpr void accumulate_gradient(parameters const&, values const&, values const&,
                                                  parameters&) {}
    };
};

using model = ctnn::network<float, ctnn::input<2, 5>, shift>;
constexpr ctnn::stream_of<model> net{};
