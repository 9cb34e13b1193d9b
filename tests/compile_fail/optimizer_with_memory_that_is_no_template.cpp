// expect: optimizer_of_type<mine>.*has_a_memory_that_is_no_template_of_the_scalar
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct mine {
#ifndef CTNN_WRONG
    template <class Scalar>
#else
    using Scalar = double;
#endif
    struct memory {
        Scalar velocity{};
    };
    template <class Scalar>
    static constexpr Scalar at() {
        return Scalar(0.5);
    }
    static constexpr void update(auto& parameter, auto const& derivative, auto& past,
                                 auto const& rate) {
        past.velocity = derivative;
        parameter -= rate * past.velocity;
    }
};

auto const result = ctnn::train(model{}, ctnn::mean_squared_error{}, mine{}, samples, {});
