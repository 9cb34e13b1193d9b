// expect: recipe<recipe>.*has_an_optimizer_whose_setting<'w', 'e', 'i', 'g', 'h', 't', '_', 'd', 'e', 'c', 'a', 'y'>.*makes_no_sense
#include <ctnn/ctnn.hpp>

using number = double;
using model = ctnn::network<number, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<number, 2>;
constexpr std::array pairs{
    ctnn::sample{pair{number(0.1), number(0.7)}, pair{number(1), number(0)}}};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
#ifdef CTNN_WRONG
    static constexpr ctnn::adamw optimizer{.weight_decay = -1};
#else
    static constexpr ctnn::adamw optimizer{.weight_decay = 0};
#endif
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
