// expect: loss_of_type<mine>.*has_a_takes_vectors_that_is_no_template_of_an_activation
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct mine {
    template <class Values>
    static constexpr double value(Values const& y, Values const& t) {
        return y[0] - t[0];
    }
    template <class Values>
    static constexpr Values derivative(Values const&, Values const&) {
        return {1};
    }
#ifdef CTNN_WRONG
    static constexpr bool takes_vectors = true;
#else
    template <class>
    static constexpr bool takes_vectors = true;
#endif
};

constexpr auto value = ctnn::loss(model{}, mine{}, samples[0].input, samples[0].target);
