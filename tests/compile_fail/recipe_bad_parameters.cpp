// expect: recipe<recipe>.*stops_in_epoch<0(UL)?>.*which_leaves_a_nan_or_an_infinity_in_the_parameters
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

// A step that overflows would end the constant by itself on g++, before ctnn could say why.
struct far_away {
    template <class Scalar>
    static constexpr Scalar at() {
        return std::numeric_limits<Scalar>::infinity();
    }
    template <class Values>
    static constexpr void update(Values& parameter, Values const&, auto&, auto const& infinity) {
        parameter = infinity - Values{};
    }
};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
#ifdef CTNN_WRONG
    static constexpr far_away optimizer{};
#else
    static constexpr ctnn::sgd optimizer{};
#endif
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
