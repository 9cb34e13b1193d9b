#include <ctnn/ctnn.hpp>

template <std::size_t Neurons>
using model = ctnn::network<float, ctnn::input<64>, ctnn::dense<Neurons, ctnn::relu>,
                            ctnn::dense<2, ctnn::softmax>>;
using one = ctnn::sample<model<4>::input_type, model<4>::output_type>;
constexpr std::array<one, 1> samples{};
using ctnn::cross_entropy;
using ctnn::sgd;

#ifdef CTNN_LARGE
float train(model<2500> const& net) {
    return ctnn::train(net, cross_entropy{}, sgd{}, samples, {}).loss;
}
#else
float in_place(ctnn::training_memory<model<2500>>& memory) {
    return ctnn::train_in_place(memory, cross_entropy{}, sgd{}, samples, {}).loss;
}
float small(model<4> const& net) {
    return ctnn::train(net, cross_entropy{}, sgd{}, samples, {}).loss;
}
// Asked for where only a constant could need it: no code, and so no stack.
static_assert(ctnn::detail::stack_of_train<model<2500>, sgd> > ctnn::detail::much_stack);
template <class T>
concept trains_in_a_constant = requires(T const& net) {
    ctnn::train(net, cross_entropy{}, sgd{}, samples, {});
};
static_assert(trains_in_a_constant<model<2500>>);
constexpr std::size_t none =
    ctnn::train(model<2500>{}, cross_entropy{}, sgd{}, samples, {.epochs = 0}).epochs;
#endif
