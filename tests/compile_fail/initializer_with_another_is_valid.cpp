// expect: initializer_of_type<mine>.*has_an_is_valid_that_is_no_const_function_giving_a_bool
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;

struct mine {
    double width = 1;
#ifdef CTNN_WRONG
    constexpr double is_valid(double most) const {
        return width < most;
    }
#else
    constexpr bool is_valid() const {
        return width < 10;
    }
#endif
    constexpr double draw(ctnn::random::mt19937&, std::size_t, std::size_t) const {
        return width;
    }
};

constexpr auto net = ctnn::initialize<model>(mine{}, 1);
