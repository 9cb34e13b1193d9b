// Every layer and activation as firmware has it: without a heap, exceptions, RTTI and a hosted library, in float, in
// fixed point and in integers of 8 bits, and learning. It only has to compile.

#include "../faces.hpp"

namespace {

using fixed = ctnn::fixed_point<3, 12>;

template <class Network>
constexpr Network initial = ctnn::initialize<Network>(ctnn::glorot_uniform{}, 1);

template <class Network>
void infer(typename Network::input_type const& x, typename Network::output_type& y) {
    y = initial<Network>(x);
}

template <class Network>
void learn(ctnn::training_result<Network>& learner, typename Network::input_type const& x,
           typename Network::output_type const& target) {
    ctnn::train_step(learner, ctnn::mean_squared_error{}, ctnn::sgd{}, x, target);
}

template <class Network>
constexpr auto in_int8 = [] {
    std::array<ctnn::sample<typename Network::input_type, typename Network::output_type>, 2>
        samples{};
    samples[1].input.fill(1);
    return ctnn::quantize(initial<Network>, samples).network;
}();

template <class Network>
void infer_in_int8(typename ctnn::quantized<Network>::int8_input_type const& x,
                   typename ctnn::quantized<Network>::int8_output_type& y) {
    y = in_int8<Network>.run(x);
}

} // namespace

// Whoever has a pointer may call: nothing is left out.
struct all_of {
    void const* pointers[5];
};
template <class Entry>
all_of made_of() {
    using model = typename Entry::template network<float>;
    using in_fixed_point = typename Entry::template network<fixed>;
    all_of all{{reinterpret_cast<void const*>(&infer<model>),
                reinterpret_cast<void const*>(&learn<model>),
                reinterpret_cast<void const*>(&infer<in_fixed_point>),
                reinterpret_cast<void const*>(&learn<in_fixed_point>), nullptr}};
    if constexpr (faces::takes<faces::int8, Entry>)
        all.pointers[4] = reinterpret_cast<void const*>(&infer_in_int8<model>);
    return all;
}

void every_entry(void (*use)(all_of const&)) {
    faces::for_each_entry([use]<class Entry>() { use(made_of<Entry>()); });
}
