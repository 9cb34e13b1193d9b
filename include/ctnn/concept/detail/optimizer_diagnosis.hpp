#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/memory.hpp>
#include <ctnn/concept/detail/update_rule.hpp>
#include <ctnn/concept/detail/with_names.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/kernel/descent.hpp>
#include <type_traits>
#include <utility>

// What an optimizer lacks, or has in another form than the library looks for, which would then be ignored.

namespace ctnn::detail {

// A step of gradient descent, or one whose `update` changes a parameter by its derivative and by what is remembered.
template <class Optimizer, class Scalar, class Constants>
concept steps_with = kernel::is_descent<Constants> || updates_values<Optimizer, Scalar, Constants>;
template <class Optimizer, class Scalar>
concept steps_in = is_memory<typename memory_for<Optimizer, Scalar>::type, Scalar>() &&
    requires(Optimizer const& optimizer, std::size_t steps) {
    requires steps_with<Optimizer, Scalar, decltype(constants_at<Scalar>(optimizer, steps))>;
};

// Which optional members an optimizer has, in whatever form.
struct optimizer_names {
    int memory, problem, prepare, project, square_roots;
};
template <class Optimizer>
struct named_in_optimizer {
    using names = with_names<Optimizer, optimizer_names>;
    static constexpr bool memory = !requires { &names::memory; };
    static constexpr bool problem = !requires { &names::problem; };
    static constexpr bool prepare = !requires { &names::prepare; };
    static constexpr bool project = !requires { &names::project; };
    static constexpr bool square_roots = !requires { &names::square_roots; };
};
template <class Optimizer>
    requires(!std::is_class_v<Optimizer> || std::is_final_v<Optimizer>)
struct named_in_optimizer<Optimizer> {
    static constexpr bool memory = false;
    static constexpr bool problem = requires { &Optimizer::problem; };
    static constexpr bool prepare = requires { &Optimizer::prepare; };
    static constexpr bool project = requires { &Optimizer::project; };
    static constexpr bool square_roots = requires { &Optimizer::square_roots; };
};

// What takes a temporary takes a copy, or what it cannot change.
template <class Optimizer, class Network>
concept prepares_a_copy = requires(Optimizer const& optimizer, Network (*gradient)()) {
    optimizer.prepare(gradient());
};
template <class Optimizer, class Network>
concept projects_a_copy = requires(Optimizer const& optimizer, Network (*net)()) {
    optimizer.project(net());
};

// What an optimizer around another one need not have: it only passes it on.
template <class Optimizer, class Network>
struct not_passed_on {
    static constexpr bool prepare = false, project = false;
};
template <customization::stands_around_another Optimizer, class Network>
struct not_passed_on<Optimizer, Network> {
    static constexpr bool prepare = !customization::prepares<typename Optimizer::wrapped, Network>;
    static constexpr bool project = !customization::projects<typename Optimizer::wrapped, Network>;
};

template <class Optimizer, class Network>
constexpr auto optimizer_model_diagnosis() {
    using scalar = typename Network::scalar;
    using optimizer = error::optimizer_of_type<Optimizer>;
    using named = named_in_optimizer<Optimizer>;
    using absent = not_passed_on<Optimizer, Network>;
    using namespace customization;
    if constexpr (!remembers<Optimizer, scalar> && named::memory)
        return typename optimizer::has_a_memory_that_is_no_template_of_the_scalar{};
    else if constexpr (!steps_in<Optimizer, scalar>)
        return
            typename optimizer::lacks_at_or_update_of_parameter_derivative_memory_and_constants{};
    else if constexpr (!checks_settings_in<Optimizer, scalar> && named::problem)
        return typename optimizer::
            has_a_problem_that_is_no_const_template_of_the_scalar_giving_a_char_const_pointer{};
    else if constexpr (prepares<Optimizer, Network> ? prepares_a_copy<Optimizer, Network>
                                                    : !absent::prepare && named::prepare)
        return typename optimizer::
            has_a_prepare_that_is_no_void_const_function_of_a_reference_to_the_gradient{};
    else if constexpr (projects<Optimizer, Network> ? projects_a_copy<Optimizer, Network>
                                                    : !absent::project && named::project)
        return typename optimizer::
            has_a_project_that_is_no_void_const_function_of_a_reference_to_the_network{};
    else if constexpr (!counts_square_roots<Optimizer> && named::square_roots)
        return typename optimizer::has_square_roots_that_are_no_static_constexpr_number{};
    else if constexpr (stands_around_another<Optimizer>)
        return optimizer_model_diagnosis<typename Optimizer::wrapped, Network>();
    else
        return error::none{};
}

} // namespace ctnn::detail
