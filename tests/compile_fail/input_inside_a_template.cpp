// expect: layer<0[UL]*, ctnn::dense<3.*> ?>::gets_an_input_of_size<9[UL]*>::but_needs_size<2[UL]*>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;

template <std::size_t Size, class Network>
auto run(Network const& net) {
    return net(std::array<double, Size>{});
}

template <std::size_t Size>
auto run_all() {
    return run<Size>(model{});
}

#ifdef CTNN_WRONG
auto const y = run_all<9>();
#else
auto const y = run_all<2>();
#endif
