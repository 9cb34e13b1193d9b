// expect: recipe<recipe>.*has_a_member_that_is_ignored.*name_it_batch_size
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array pairs{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
    static constexpr ctnn::sgd optimizer{};
#ifdef CTNN_WRONG
    static constexpr std::size_t batchsize = 1;
#else
    static constexpr std::size_t batch = 1;
    static constexpr std::size_t batch_size = batch;
#endif
};

constexpr auto trained = ctnn::trained<recipe>;
