#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>

/// Everything your own part may say beyond what its concept requires. Each entry on this page has the members, what they
/// do, and what happens without them. The library looks for optional members here and nowhere else.
///
/// Shape:    as the part's concept says.
/// Errors:   a member of a different form does not compile if results would be wrong without it, as for an optimizer's
///           `prepare`; if it is only for speed, it counts as absent. tests/laws check that a layer's members fit
///           together.
/// Example:  tests/concept/customization.cpp
namespace ctnn::customization {

// --- A layer, `struct my_layer` ---------------------------------------------------------------------

// activation: applied to the layer's output.                                      Without it: identity.
template <class Layer>
concept names_an_activation = requires {
    typename Layer::activation;
};

// diagnosis<At, Scalar, Shape>: why the layer cannot take an input, as a type whose name is a sentence (error/), or
// error::none.                                                                    Without it: it takes any input.
template <class Layer, class At, class Scalar, class Shape>
concept diagnoses = requires {
    typename Layer::template diagnosis<At, Scalar, Shape>;
};
template <class Layer, class At, class Shape>
concept diagnoses_shapes = requires {
    typename Layer::template diagnosis<At, Shape>;
};

// step_layer: the layer that it is on one step of a sequence (network/stream_of.hpp), or void if it is none there.
//                          Without it: itself if it keeps a state or acts on each number alone; else it has none.
template <class Layer>
concept names_a_step_layer = requires {
    typename Layer::step_layer;
};

// step_diagnosis<At>: why it has no layer there, as a sentence.                   Without it: it mixes steps.
template <class Layer, class At>
concept diagnoses_steps = requires {
    typename Layer::template step_diagnosis<At>;
};

// name, settings: what reports and certificates call it.                          Without it: "unnamed".
template <class Part>
concept has_a_name = requires {
    *Part::name;
};
template <class Part>
concept has_settings = requires {
    Part::settings[0];
};

// --- Bound to a scalar and an input, `my_layer::bound<Scalar, Inputs>` --------------------------------

// output_shape, or output_size: of the layer's output. One of them is required.
template <class Bound>
concept gives_a_shape = requires {
    { Bound::output_shape::size } -> std::convertible_to<std::size_t>;
};
template <class Bound>
concept gives_a_size = requires {
    { Bound::output_size } -> std::convertible_to<std::size_t>;
};

// windows, channels: it is a dense layer for each window (placed/affine.hpp).     Without it: any function.
template <class Bound>
concept has_windows = requires(typename Bound::parameters const& p) {
    { Bound::windows::count } -> std::convertible_to<std::size_t>;
    { Bound::channels } -> std::convertible_to<std::size_t>;
    p.weights.values;
    p.biases;
};

// branch_count, join: it is made of layers (placed/composite.hpp). `branch<K>` is the chain of branch K, with depth 0 for
// a shortcut; `part<K>(parameters)` is its value; `join` combines the branches' outputs.  Without it: it is not.
template <class Bound>
concept has_branches = requires {
    { Bound::branch_count } -> std::convertible_to<std::size_t>;
    typename Bound::join;
};

// map: which input each output copies, or 0 (placed/moved.hpp).                   Without it: any function.
template <class Bound>
concept moves_numbers = requires(std::size_t i) {
    { Bound::map::source(i) } -> std::convertible_to<std::size_t>;
};

// slope_below(p, j): it bends at 0, to this slope (placed/bent.hpp).              Without it: any function.
template <class Bound>
concept bends = requires(typename Bound::parameters const& p) {
    Bound::slope_below(p, std::size_t{0});
};

// run<Width>(x, v), run_back<Width>(dv, dx): forward and backward of a layer without parameters for Width samples, which
// lie side by side for each number.                                               Without it: its kind's form.
template <class Bound>
concept runs_side_by_side = requires(double const* x, double* v) {
    Bound::template run<4>(x, v);
    Bound::template run_back<4>(x, v);
};

// on_integers(x, y): its form on 8-bit integers of its input's scale.             Without it: its kind's form.
template <class Bound>
concept works_on_integers = requires(std::int16_t const* x, std::int16_t* y) {
    Bound::on_integers(x, y);
};

// passes_on = true: its outputs are its inputs, in another shape.                 Without it: any function.
template <class Bound>
concept passes_on = Bound::passes_on;

// only_compares = true: each output is an input, found by comparing.              Without it: it may round.
template <class Bound>
concept only_compares = Bound::only_compares;

// record: what it keeps from forward(p, x, record) for backward.                  Without it: backward gets only x.
template <class Bound>
concept keeps_a_record = requires {
    typename Bound::record;
};

// state, step(p, state, x): what it remembers from one input to the next, and one input of a sequence; `state{}` is the
// beginning. Trivially copyable. forward(p, x) is the step from there, to the bit.
//                                                                                 Without it: it remembers nothing.
template <class Bound>
concept keeps_a_state = requires {
    typename Bound::state;
};

// sequence_state, step(p, state, x): what it remembers from one sequence to the next, and one sequence.
//                                                                                 Without it: each sequence starts over.
template <class Bound>
concept keeps_a_sequence_state = requires {
    typename Bound::sequence_state;
};

// step(p, state, x, record): step that fills the record.                          Without it: no learning from a state.
template <class Bound, class Parameters, class State, class Input, class Record>
concept records_a_step = requires(Parameters const& p, State& state, Input const& x,
                                  Record& record) {
    Bound::step(p, state, x, record);
};

// initialize(p, draw): its first weights.                                         Without it: zeros.
template <class Bound, class Parameters, class Draw>
concept initializes = requires(Parameters& p, Draw const& draw) {
    Bound::initialize(p, draw);
};

// parameters::frozen = N: no training changes the last N arrays (tensor/detail/members.hpp). Without it: all are trained.

// forward_into(p, x, v): forward that writes into v, for machines without vectors. Without it: forward, and a copy.
template <class Bound, class Parameters, class Input, class Output>
concept writes_in_place = requires(Parameters const& p, Input const& x, Output& v) {
    Bound::forward_into(p, x, v);
};

// update(rule, x, dv, p, memory...): the rule's step (kernel/descent.hpp) along its gradient, in one pass. `memory` is what
// the optimizer remembers of p, in objects like p.                                Without it: by way of a gradient.
template <class Bound, class Rule, class Input, class Output, class Parameters, class... Memory>
concept updates = requires(Rule const& rule, Input const& x, Output const& dv, Parameters& p,
                           Memory&... memory) {
    Bound::update(rule, x, dv, p, memory...);
};

// update_and_forward(rule, before, dv, x, p, memory...): update, and then forward of the next input, in one pass over
// weights that are larger than a cache.                                           Without it: one after the other.
template <class Bound, class Rule, class Input, class Output, class Parameters, class... Memory>
concept updates_late = requires(Rule const& rule, Input const& x, Output const& dv, Parameters& p,
                                Memory&... memory) {
    Bound::update_and_forward(rule, x, dv, x, p, memory...);
};

// batch_form: how samples side by side go through it.                             Without it: its kind's form.
template <class Bound>
concept names_a_batch_form = requires {
    typename Bound::batch_form;
};

// compiler_form<Backward>: holds its parameters while a constant is trained.      Without it: its kind's form.
template <class Bound>
concept names_a_compiler_form = requires {
    typename Bound::template compiler_form<true>;
};

// multiply_adds: of one sample, for `footprint`.                                  Without it: one for each parameter.
template <class Bound>
concept counts_multiply_adds = requires {
    Bound::multiply_adds;
};

// working_scalars: how many numbers it keeps on the stack while it computes.      Without it: not counted.
template <class Bound>
concept counts_working_scalars = requires {
    Bound::working_scalars;
};

// working_scalars_of_step: the same in training, besides its gradient.            Without it: working_scalars.
template <class Bound>
concept counts_working_scalars_of_step = requires {
    Bound::working_scalars_of_step;
};

// --- An activation ----------------------------------------------------------------------------------

// bounds: the range of its outputs (concept/output_bounds.hpp).                   Without it: any number.
template <class Activation>
concept states_bounds = requires {
    Activation::bounds;
};

// facts: what is known of its graph (concept/curve.hpp), perhaps of each scalar. Without it: nothing.
template <class Activation>
concept states_facts = requires {
    Activation::facts.bend;
};
template <class Activation, class Scalar>
concept states_facts_in = requires {
    Activation::template facts<Scalar>.bend;
};

// slope<T>(x): its derivative in double, where `derivative` loses digits.         Without it: derivative.
template <class Activation, class T>
concept has_a_slope = requires(double x) {
    Activation::template slope<T>(x);
};

// range(x), derivative_range(x): intervals of its values and its derivatives.     Without it: from the facts, or its code.
template <class Activation, class Interval>
concept has_a_range = requires(Interval const& x) {
    Activation::range(x);
};
template <class Activation, class Interval>
concept has_a_derivative_range = requires(Interval const& x) {
    Activation::derivative_range(x);
};

// is_nondecreasing = true: its computed values never fall; of a layer, too.       Without it: from the facts.
template <class Activation>
concept never_falls = Activation::is_nondecreasing;

// fixed_point_error<T>(magnitude), fixed_point_headroom(x): its largest error in fixed point, and how many steps it is from
// saturating.                                                                     Without it: from the facts.
template <class Activation, class T>
concept has_a_fixed_point_error = requires {
    Activation::template fixed_point_error<T>(1.0);
};
template <class Activation, class Interval>
concept has_fixed_point_headroom = requires(Interval const& x) {
    Activation::fixed_point_headroom(x);
};

// activations_inside<Has>: whether Has<A>::value for each A in a layer's code.    Without it: it uses none.
template <class Layer, template <class> class Has>
concept uses_an_activation_without = !Layer::template activations_inside<Has>;

// derives_from_its_output = true: derivative(y, y) has the bits of derivative(x, y). Without it: recurrent layers keep x.
template <class Activation>
concept derives_from_its_output = Activation::derives_from_its_output;

// takes_vectors = true: value and derivative accept the compilers' vectors.       Without it: number by number.
template <class Activation>
concept takes_vectors = Activation::takes_vectors;

// forward<Size>(x, y): on pointers, for an activation that mixes its numbers.     Without it: forward, and a copy.
template <class Activation, std::size_t Size, class Scalar>
concept forwards_in_place = requires(Scalar const* x, Scalar* y) {
    Activation::template forward<Size>(x, y);
};

// normalizes_exponentials, gives_log_probabilities = true: kernel::softmax's bits, log_softmax's. Without it: only its code.
template <class Activation>
concept normalizes_exponentials = Activation::normalizes_exponentials;
template <class Activation>
concept gives_log_probabilities = Activation::gives_log_probabilities;

// forward<Size>(x, y), backward<Size>(x, y, dy, dx): both on pointers, for speed at compile time.
//                                                                                 Without it: on arrays.
template <class Activation, std::size_t Size, class Scalar>
concept works_in_place = requires(Scalar* p) {
    Activation::template forward<Size>(p, p);
    Activation::template backward<Size>(p, p, p, p);
};

// is_constant<Size>: whether its output is the same for every input of this size. Without it: it is not.
template <class Activation, std::size_t Size>
concept may_be_constant = requires {
    Activation::template is_constant<Size>;
};

// --- A loss ------------------------------------------------------------------------------------------

// domain, outputs: the range that the outputs must be in, and how many there must be. Without them: any number.
template <class Loss>
concept states_a_domain = requires {
    Loss::domain;
};
template <class Loss>
concept counts_outputs = requires {
    Loss::outputs;
};

// compares_classes, takes_logits = true: a single output or, of the other, probabilities make no sense. Without it: they do.
template <class Loss>
concept compares_classes = Loss::compares_classes;
template <class Loss>
concept takes_logits = Loss::takes_logits;

// takes_vectors<Activation> = true: as one with it, it accepts the compilers' vectors. Without it: number by number.
template <class Loss, class Activation>
concept loss_takes_vectors = requires {
    requires Loss::template takes_vectors<Activation>;
};

// value<Size>(y, t), derivative<Size>(y, t, dy): on pointers, for speed at compile time; as one with an activation
// a: value<Size>(a, v, y, t), derivative<Size>(a, v, y, t, dv).                   Without it: on arrays.
template <class Loss, std::size_t Size, class Scalar>
concept loss_works_in_place = requires(Loss const& loss, Scalar* p) {
    loss.template value<Size>(p, p);
    loss.template derivative<Size>(p, p, p);
};
template <class Loss, class Activation, std::size_t Size, class Scalar>
concept loss_works_in_place_with = requires(Loss const& loss, Activation a, Scalar* p) {
    loss.template value<Size>(a, p, p, p);
    loss.template derivative<Size>(a, p, p, p, p);
};

// --- An initializer, a loss -----------------------------------------------------------------------------

// is_valid(): whether its settings make sense.                                    Without it: they do.
template <class Part>
concept checks_its_settings = requires(Part const& part) {
    { part.is_valid() } -> std::convertible_to<bool>;
};

// --- An optimizer --------------------------------------------------------------------------------------

// memory<T>: what it remembers of each parameter (concept/optimizer.hpp).         Without it: nothing.
template <class Optimizer, class T>
concept remembers = requires {
    typename Optimizer::template memory<T>;
};

// at<Scalar>(), without an argument: its numbers are the same at all steps.       Without it: at<Scalar>(steps), for each.
template <class Optimizer, class Scalar>
concept is_the_same_at_all_steps = requires(Optimizer const& optimizer) {
    optimizer.template at<Scalar>();
}
&&!requires(Optimizer const& optimizer, std::size_t steps) {
    optimizer.template at<Scalar>(steps);
};

// problem<Scalar>(): a sentence about the first of its settings that makes no sense or is lost in the scalar
// (concept/setting.hpp), beginning with its name, or nullptr.                     Without it: all make sense.
template <class Optimizer, class Scalar>
concept checks_settings_in = requires(Optimizer const& optimizer) {
    { optimizer.template problem<Scalar>() } -> std::same_as<char const*>;
};

// prepare(gradient), const: changes the whole gradient before the step.           Without it: it needs no gradient.
template <class Optimizer, class Network>
concept prepares = requires(Optimizer const& optimizer, Network& gradient) {
    { optimizer.prepare(gradient) } -> std::same_as<void>;
};

// project(network), const: changes the network after the step.                    Without it: the step is the end.
template <class Optimizer, class Network>
concept projects = requires(Optimizer const& optimizer, Network& net) {
    { optimizer.project(net) } -> std::same_as<void>;
};
// Either of them goes by way of a gradient in memory.
template <class Optimizer, class Network>
concept sees_networks = prepares<Optimizer, Network> || projects<Optimizer, Network>;

// wrapped: the optimizer inside it, as in cosine_decay. If that lacks `prepare` or `project`, this one may lack it too: a
// constraint may remove it.                                                       Without it: it has what it names.
template <class Optimizer>
concept stands_around_another = requires {
    typename Optimizer::wrapped;
};

// square_roots: how many square roots, or functions as expensive, its update takes of one number: what a training at
// compile time costs.                                                             Without it: 2.
template <class Optimizer>
concept counts_square_roots = requires {
    { Optimizer::square_roots } -> std::convertible_to<std::size_t>;
};

} // namespace ctnn::customization

#include <ctnn/config/epilogue.hpp>
