// Weights of files that ctnn_embed wrote, which are cut out of the literal: the same as those read byte by byte.
#include "import/onnx/models.hpp"

#include "embedded_convnet.hpp" // made by ctnn_embed, as the others
#include "embedded_external.hpp"
#include "embedded_external_data.hpp"
#include "embedded_gemm_in_double.hpp"
#include "embedded_lstm.hpp"

static_assert(ctnn::embedded_literal<embedded_convnet>::is_known);
static_assert(!ctnn::embedded_literal<models::convnet>::is_known);

static_assert(ctnn::onnx::imported<embedded_convnet> == ctnn::onnx::imported<models::convnet>);
static_assert(ctnn::onnx::imported<embedded_gemm_in_double> ==
              ctnn::onnx::imported<models::gemm_in_double>);
// Its gates are pieces of a tensor in another order, its biases sums of two.
static_assert(ctnn::onnx::imported<embedded_lstm> ==
              ctnn::onnx::imported<models::lstm_bidirectional>);
static_assert(ctnn::onnx::imported<embedded_external, embedded_external_data> ==
              ctnn::onnx::imported<models::external, models::external_data>);

namespace {

// Pieces of a file: in their order, and joined where they overlap.
using pieces = ctnn::detail::file_pieces<8>;
constexpr pieces joined = [] {
    pieces made;
    made.put({40, 48, false});
    made.put({8, 16, false});
    made.put({12, 24, false});
    made.put({24, 32, false}); // beside it
    made.put({8, 16, false});
    return made;
}();
static_assert(joined.count == 3 && joined.are_apart);
static_assert(joined.all[0].first == 8 && joined.all[0].end == 24);
static_assert(joined.all[1].first == 24 && joined.all[2].first == 40);
static_assert(joined.find(8) == 0 && joined.find(20) == 0 && joined.find(44) == 2);
constexpr bool are_apart(ctnn::detail::file_piece a, ctnn::detail::file_piece b) {
    pieces made;
    made.put(a);
    made.put(b);
    return made.are_apart;
}
static_assert(!are_apart({8, 16, false}, {10, 18, false}));
static_assert(!are_apart({8, 16, false}, {8, 16, true}));

} // namespace

TEST_CASE("Overlapping pieces of a file are one piece", "[import]") {
    STATIC_REQUIRE(are_apart({8, 16, false}, {12, 20, false}));
}
