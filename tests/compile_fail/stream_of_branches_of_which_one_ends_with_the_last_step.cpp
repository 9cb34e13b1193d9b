// expect: layer<0(UL)?, .*of_lengths<.*joins_steps_with_the_last_step
#include <ctnn/ctnn.hpp>

// A join that takes any shapes.
template <class First, class Second>
struct first_plus_end {
    using output_shape = First;
    template <class Number, std::size_t Size, std::size_t Other>
    static constexpr auto joined(std::array<Number, Size> v, std::array<Number, Other> const& y) {
        v[0] += y[Other - 1];
        return v;
    }
    template <std::size_t Branch, class Dv, class X, class Y>
    static constexpr auto derivative(Dv const& dv, X const&, Y const&) {
        if constexpr (Branch == 0) {
            return dv;
        } else {
            Y dy{};
            dy[dy.size() - 1] = dv[0];
            return dy;
        }
    }
};
template <class... Branches>
struct of_lengths : ctnn::placed::composite<first_plus_end, Branches...> {};

#ifdef CTNN_WRONG
using layer = of_lengths<ctnn::placed::shortcut, ctnn::placed::branch<ctnn::last_step>>;
#else
using layer =
    of_lengths<ctnn::placed::branch<ctnn::last_step>, ctnn::placed::branch<ctnn::last_step>>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, layer>;
constexpr ctnn::stream_of<model> net{};
