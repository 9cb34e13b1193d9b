// expect: recipe<recipe>.*costs_for_one_sample<[0-9]+(UL)?>.*but_the_compiler_allows<[0-9]+(UL)?>.*raise_it_by_fconstexpr_(steps|ops_limit)_and_tell_constexpr_limit
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr std::size_t outputs = 20000;
#else
constexpr std::size_t outputs = 2;
#endif
using model = ctnn::network<double, ctnn::input<1>, ctnn::dense<outputs, ctnn::sigmoid>>;
constexpr std::array<ctnn::sample<model::input_type, model::output_type>, 1> pairs{};

struct recipe {
    static constexpr model network{};
    static constexpr ctnn::mean_squared_error loss{};
    static constexpr ctnn::sgd optimizer{};
    static constexpr auto& samples = pairs;
    static constexpr std::size_t epochs = 1;
};

constexpr auto trained = ctnn::trained<recipe>;
