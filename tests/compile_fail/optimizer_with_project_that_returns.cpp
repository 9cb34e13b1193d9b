// expect: optimizer_of_type<mine>.*has_a_project_that_is_no_void_const_function_of_a_reference_to_the_network
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};

struct mine : ctnn::sgd {
#ifdef CTNN_WRONG
    static constexpr model project(model const& net) {
        return net;
    }
#else
    static constexpr void project(model& net) {
        net = {};
    }
#endif
};

auto const result = ctnn::train(model{}, ctnn::mean_squared_error{}, mine{}, samples, {});
