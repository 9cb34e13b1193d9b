// What a C program learns of a network.
#include <ctnn/ctnn.hpp>
#include <ctnn/export/c_wrapper.hpp>
#include <string>

namespace {

using namespace ctnn;
using image = network<float, input<28, 28, 1>, dense<10>>;
using sequence = network<double, input<6, 2>, gru<3>, last_step>;

template <class Network>
std::string text_of() {
    return c_wrapper<Network>::interface_text.data();
}

} // namespace

TEST_CASE("The interface of a network for C has its sizes", "[export]") {
    CHECK(
        text_of<image>() ==
        "CTNN_C_INTERFACE inputs=784,outputs=10,state=0,scalar=float,input=28 x 28 x 1,output=10,");
    CHECK(text_of<sequence const&>() ==
          "CTNN_C_INTERFACE inputs=12,outputs=3,state=0,scalar=double,input=6 x 2,output=3,");
    CHECK(text_of<stream_of<sequence>>() ==
          "CTNN_C_INTERFACE inputs=2,outputs=3,state=3,scalar=double,input=2,output=3,");
}

TEST_CASE("The step of a wrapper is that of the network", "[export]") {
    constexpr auto net = initialize<sequence>(glorot_uniform{}, 1);
    constexpr auto live = streamed(net);
    using wrapper = c_wrapper<stream_of<sequence>>;
    wrapper::state state{};
    stream_of<sequence>::state expected;
    for (double const x : {0.5, -1.0}) {
        auto const y = live.step(expected, {x, 1});
        CHECK(wrapper::step(live, state, {x, 1}) == y);
        CHECK(state == expected);
    }
}
