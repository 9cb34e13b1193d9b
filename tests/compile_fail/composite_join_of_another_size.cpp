// expect: layer<0(UL)?, keeps_all<.*has_a_join_that_gives_type<std::array<float, 4(UL)?>.*but_needs_type<std::array<float, 2(UL)?>
#include <array>
#include <ctnn/ctnn.hpp>

// The numbers of two branches, one after the other.
template <class Shape, class Other>
struct all {
#ifdef CTNN_WRONG
    using output_shape = Shape;
#else
    using output_shape = ctnn::shape<Shape::size + Other::size>;
#endif

    template <class Number>
    static constexpr auto joined(std::array<Number, Shape::size> const& x,
                                 std::array<Number, Other::size> const& y) {
        std::array<Number, Shape::size + Other::size> v{};
        for (std::size_t i = 0; i < v.size(); ++i)
            v[i] = i < x.size() ? x[i] : y[i - x.size()];
        return v;
    }
    template <std::size_t Branch>
    static constexpr std::size_t place(std::size_t i) {
        return Branch * Shape::size + i;
    }
};

template <class... Layers>
struct keeps_all
    : ctnn::placed::composite<all, ctnn::placed::shortcut, ctnn::placed::branch<Layers...>> {};

using model = ctnn::network<float, ctnn::input<2>, keeps_all<ctnn::dense<2>>>;
constexpr model net{};
