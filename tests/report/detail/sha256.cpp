#include <ctnn/report/detail/sha256.hpp>

#include <string>
#include <string_view>

#include "../../catch.hpp"

namespace {

constexpr auto digest_of(std::string_view text) {
    ctnn::detail::sha256 all;
    for (char const c : text)
        all.add(static_cast<unsigned char>(c));
    return all.digits();
}

constexpr bool is(std::string_view text, std::string_view digits) {
    auto const found = digest_of(text);
    return digits == std::string_view(found.data(), 64) && found[64] == '\0';
}

// The examples of FIPS 180-4 (csrc.nist.gov, "Secure Hash Standard, examples with intermediate values"), in constants.
static_assert(is("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
static_assert(is("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
static_assert(is("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
static_assert(
    is("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
       "lmnopqrsmnopqrstnopqrstu",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"));

} // namespace

TEST_CASE("SHA-256 of a million letters", "[detail]") {
    CHECK(is(std::string(1'000'000, 'a'),
             "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}

// Where the length no longer fits into the last block, and where it just does.
TEST_CASE("SHA-256 of texts that nearly fill a block", "[detail]") {
    CHECK(is(std::string(55, 'a'),
             "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"));
    CHECK(is(std::string(56, 'a'),
             "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"));
    CHECK(is(std::string(63, 'a'),
             "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"));
    CHECK(is(std::string(64, 'a'),
             "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"));
}
