// expect: plant_of_type<tank>.*called_with<std::array<float, 1(UL)?>, std::array<float, 1(UL)?>.*does_not_give_such_a_state
#include <ctnn/ctnn.hpp>

struct tank {
    template <class T>
    constexpr auto operator()(std::array<T, 1> const& level, std::array<T, 1> const& valve) const {
#ifdef CTNN_WRONG
        return level[0] + valve[0];
#else
        return std::array<T, 1>{level[0] + valve[0]};
#endif
    }
};

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>>;
constexpr model net{};
constexpr ctnn::box<float, 1> levels{{0}, {1}};
static_assert(ctnn::verify::controller_invariant(net, tank{}, levels).proven());
