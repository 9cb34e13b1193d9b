#include <ctnn/concept/customization.hpp>

#include <array>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/initializer/zeros.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/flatten.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/layer/reversed_steps.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/huber.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/schedule/cosine_decay.hpp>

namespace {

using namespace ctnn;
namespace custom = ctnn::customization;

// A part of each kind that says nothing.
struct nothing {};

// A layer that says all that a layer may say.
struct says_all {
    using activation = relu;
    using step_layer = nothing;
    static constexpr char const* name = "says_all";
    static constexpr double settings[] = {1};
    template <class At, class Scalar, class Shape>
    using diagnosis = nothing;

    struct bound {
        struct parameters {};
        using values = std::array<float, 1>;
        using record = values;
        using state = values;
        using batch_form = nothing;
        template <bool>
        using compiler_form = nothing;
        static constexpr std::size_t multiply_adds = 1, working_scalars = 1,
                                     working_scalars_of_step = 1;
        static constexpr bool only_compares = true;
        static constexpr void initialize(parameters&, auto const&) {}
        static constexpr void forward_into(parameters const&, values const&, values&) {}
        static constexpr void update(int, values const&, values const&, parameters&, float&) {}
        static constexpr void update_and_forward(int, values const&, values const&, values const&,
                                                 parameters&, float&) {}
    };
};
using all = says_all::bound;
using none = nothing;

static_assert(custom::names_an_activation<says_all> && !custom::names_an_activation<nothing>);
static_assert(custom::names_a_step_layer<says_all> && !custom::names_a_step_layer<nothing>);
static_assert(custom::diagnoses<says_all, nothing, float, nothing>);
static_assert(!custom::diagnoses<nothing, nothing, float, nothing>);
static_assert(custom::diagnoses_shapes<max_pool<kernel_size<2, 2>>, nothing, shape<4, 4, 1>>);
static_assert(!custom::diagnoses_shapes<nothing, nothing, shape<4, 4, 1>>);
static_assert(custom::has_a_name<says_all> && !custom::has_a_name<nothing>);
static_assert(custom::has_settings<says_all> && !custom::has_settings<nothing>);

using flat = dense<2>::bound<float, 3>;
using image = conv2d<2, kernel_size<2, 2>>::bound<float, shape<4, 4, 1>>;
using added = residual<dense<3>>::bound<float, shape<3>>;
static_assert(custom::gives_a_shape<image> && !custom::gives_a_shape<none>);
static_assert(custom::gives_a_size<flat> && !custom::gives_a_size<none>);
static_assert(custom::has_windows<flat> && custom::has_windows<image> &&
              !custom::has_windows<added>);
static_assert(custom::has_branches<added> && !custom::has_branches<flat>);
static_assert(custom::moves_numbers<last_step::bound<float, shape<3, 2>>> &&
              !custom::moves_numbers<added>);
static_assert(custom::passes_on<flatten::bound<float, shape<3, 2>>> && !custom::passes_on<flat>);
static_assert(custom::only_compares<all> && !custom::only_compares<flat>);
static_assert(custom::keeps_a_record<all> && !custom::keeps_a_record<flat>);
static_assert(custom::keeps_a_state<all> && !custom::keeps_a_state<flat>);
static_assert(custom::initializes<all, all::parameters, nothing> &&
              !custom::initializes<none, all::parameters, nothing>);
static_assert(custom::writes_in_place<all, all::parameters, all::values, all::values> &&
              !custom::writes_in_place<none, all::parameters, all::values, all::values>);
static_assert(custom::updates<all, int, all::values, all::values, all::parameters, float> &&
              !custom::updates<all, int, all::values, all::values, all::parameters> &&
              !custom::updates<none, int, all::values, all::values, all::parameters, float>);
static_assert(custom::updates_late<all, int, all::values, all::values, all::parameters, float> &&
              !custom::updates_late<all, int, all::values, all::values, all::parameters> &&
              !custom::updates_late<none, int, all::values, all::values, all::parameters, float>);
static_assert(custom::names_a_batch_form<all> && !custom::names_a_batch_form<flat>);
static_assert(custom::names_a_compiler_form<all> && !custom::names_a_compiler_form<flat>);
static_assert(custom::counts_multiply_adds<all> && !custom::counts_multiply_adds<none>);
static_assert(custom::counts_working_scalars<all> && !custom::counts_working_scalars<none>);
static_assert(custom::counts_working_scalars_of_step<all> &&
              !custom::counts_working_scalars_of_step<flat>);

// An activation that says what the library's do not.
struct says_more {
    static constexpr bool is_nondecreasing = true;
    static constexpr interval<float> range(interval<float> const& x) { return x; }
    static constexpr interval<float> derivative_range(interval<float> const& x) { return x; }
    static constexpr int fixed_point_headroom(interval<float> const&) { return 0; }
};
struct facts_in_a_scalar {
    template <class>
    static constexpr curve facts{};
};

static_assert(custom::states_bounds<relu> && !custom::states_bounds<nothing>);
static_assert(custom::states_facts<silu> && !custom::states_facts<nothing>);
static_assert(custom::normalizes_exponentials<softmax> && !custom::normalizes_exponentials<silu> &&
              !custom::normalizes_exponentials<nothing>);
static_assert(custom::gives_log_probabilities<log_softmax> &&
              !custom::gives_log_probabilities<softmax> &&
              !custom::gives_log_probabilities<nothing>);
static_assert(custom::states_facts_in<facts_in_a_scalar, float> &&
              !custom::states_facts_in<nothing, float>);
static_assert(custom::has_a_slope<silu, float> && !custom::has_a_slope<nothing, float>);
static_assert(custom::has_a_range<says_more, interval<float>> &&
              !custom::has_a_range<relu, interval<float>>);
static_assert(custom::has_a_derivative_range<says_more, interval<float>> &&
              !custom::has_a_derivative_range<relu, interval<float>>);
static_assert(custom::never_falls<says_more> && !custom::never_falls<silu>);
static_assert(custom::has_a_fixed_point_error<silu, fixed_point<3, 12>> &&
              !custom::has_a_fixed_point_error<nothing, fixed_point<3, 12>>);
static_assert(custom::has_fixed_point_headroom<says_more, interval<float>> &&
              !custom::has_fixed_point_headroom<nothing, interval<float>>);
static_assert(custom::takes_vectors<relu> && !custom::takes_vectors<nothing>);
static_assert(custom::keeps_a_sequence_state<gru<2>::bound<float, shape<3, 2>>> &&
              !custom::keeps_a_sequence_state<gru<2>::bound<float, shape<2>>>);
static_assert(custom::diagnoses_steps<reversed_steps, error::layer<0, reversed_steps>> &&
              !custom::diagnoses_steps<nothing, error::layer<0, nothing>>);
using cell = gru<2>::bound<float, shape<2>>;
static_assert(custom::records_a_step<cell, cell::parameters, cell::state, std::array<float, 2>,
                                     cell::record> &&
              !custom::records_a_step<nothing, cell::parameters, cell::state, std::array<float, 2>,
                                      cell::record>);
static_assert(custom::derives_from_its_output<relu> && !custom::derives_from_its_output<nothing>);
static_assert(custom::forwards_in_place<softmax, 3, float> &&
              !custom::forwards_in_place<relu, 3, float>);
static_assert(custom::works_in_place<softmax, 3, float> && !custom::works_in_place<relu, 3, float>);
static_assert(custom::may_be_constant<softmax, 1> && !custom::may_be_constant<relu, 1>);

static_assert(custom::states_a_domain<cross_entropy> && !custom::states_a_domain<nothing>);
static_assert(custom::compares_classes<cross_entropy> &&
              !custom::compares_classes<mean_squared_error>);
static_assert(custom::loss_takes_vectors<cross_entropy, softmax> &&
              !custom::loss_takes_vectors<cross_entropy, relu>);
static_assert(custom::loss_works_in_place<mean_squared_error, 3, float> &&
              !custom::loss_works_in_place<nothing, 3, float>);
static_assert(custom::loss_works_in_place_with<cross_entropy, softmax, 3, float> &&
              !custom::loss_works_in_place_with<cross_entropy, relu, 3, float>);
static_assert(custom::checks_its_settings<uniform> && !custom::checks_its_settings<zeros>);
static_assert(custom::checks_its_settings<huber>);

// An optimizer that says all that it may.
struct careful {
    static constexpr std::size_t square_roots = 3;
    template <class>
    struct memory {};
    template <class>
    constexpr int at() const {
        return 0;
    }
    template <class>
    constexpr char const* problem() const {
        return nullptr;
    }
    constexpr void prepare(auto&) const {}
    constexpr void project(auto&) const {}
};
struct careless {
    template <class>
    constexpr int at(std::size_t) const {
        return 0;
    }
    template <class>
    constexpr bool problem() const {
        return false;
    }
};
using model = network<float, input<1>, dense<1>>;
static_assert(custom::remembers<careful, float> && !custom::remembers<careless, float>);
static_assert(custom::is_the_same_at_all_steps<careful, float> &&
              !custom::is_the_same_at_all_steps<careless, float>);
static_assert(custom::checks_settings_in<careful, float> &&
              !custom::checks_settings_in<careless, float>);
static_assert(custom::prepares<careful, model> && !custom::prepares<careless, model>);
static_assert(custom::projects<careful, model> && !custom::projects<careless, model>);
static_assert(custom::sees_networks<careful, model> && !custom::sees_networks<careless, model>);
// A member that returns something is of another form, and one that takes steps is called for each.
struct returning : sgd {
    template <class>
    static constexpr int at(std::size_t = 0) {
        return 0;
    }
    static constexpr bool prepare(auto&) { return true; }
    static constexpr bool project(auto&) { return true; }
};
static_assert(!custom::is_the_same_at_all_steps<returning, float>);
static_assert(!custom::prepares<returning, model> && !custom::projects<returning, model>);
static_assert(custom::stands_around_another<cosine_decay<sgd>> &&
              !custom::stands_around_another<sgd>);
static_assert(custom::counts_square_roots<careful> && !custom::counts_square_roots<careless>);

} // namespace
