#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <ctnn/text/detail/type_name.hpp>
#include <layers_md.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../catch.hpp"
#include "faces.hpp"

// Which faces cannot take which entries, and the table of docs/layers.md.

namespace {

// The last name of a sentence, without its arguments.
template <class Sentence>
std::string last_name() {
    std::string text = ctnn::detail::written_type<Sentence>();
    text.erase(0, text.find("T = ") + 4);
    std::size_t begin = 0, end = 0;
    for (int depth = 0; end < text.size() && text[end] != ';' && text[end] != ']'; ++end) {
        depth += (text[end] == '<') - (text[end] == '>');
        if (depth == 0 && text[end] == ':')
            begin = end + 1;
    }
    std::string const last = text.substr(begin, end - begin);
    return last.substr(0, last.find('<'));
}

struct refusal {
    std::string entry, face, sentence;
    bool operator==(refusal const&) const = default;
};

template <class Face, class Entry>
std::string cell() {
    if constexpr (faces::takes<Face, Entry>)
        return Face::template words<Entry>;
    else
        return "no";
}

// What most activations say, and then the others.
template <class Face>
std::string cell_of_activations() {
    std::vector<std::pair<std::string, std::string>> all; // words, activations
    std::vector<std::size_t> counts;
    faces::activations::each([&]<class Entry>() {
        std::string const words = cell<Face, Entry>();
        std::size_t place = 0;
        while (place < all.size() && all[place].first != words)
            ++place;
        if (place == all.size()) {
            all.push_back({words, ""});
            counts.push_back(0);
        }
        all[place].second += std::string(counts[place] > 0 ? " `" : "`") + Entry::name + "`";
        ++counts[place];
    });
    auto const most =
        static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    std::string text = all[most].first;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i != most)
            text += "; " + all[i].second + " " + all[i].first;
    return text;
}

// Layers of which every face says the same share a column.
struct column {
    std::string names;
    std::vector<std::string> cells;
};
std::vector<column> columns() {
    std::vector<column> all;
    faces::layers::each([&]<class Entry>() {
        column own{std::string("`") + Entry::name + "`", {}};
        faces::for_each_face(
            [&]<class Face>(char const*) { own.cells.push_back(cell<Face, Entry>()); });
        std::size_t place = 0;
        while (place < all.size() && all[place].cells != own.cells)
            ++place;
        if (place == all.size())
            all.push_back(own);
        else
            all[place].names += " " + own.names;
    });
    return all;
}

std::string table() {
    auto const all = columns();
    std::string text = "| |", line = "| --- |";
    for (column const& one : all) {
        text += " " + one.names + " |";
        line += " --- |";
    }
    text += " an activation |\n" + line + " --- |\n";
    std::size_t row = 0;
    faces::for_each_face([&]<class Face>(char const*) {
        text += std::string("| ") + Face::title + " |";
        for (column const& one : all)
            text += " " + one.cells[row] + " |";
        ++row;
        text += " " + cell_of_activations<Face>() + " |\n";
    });
    return text;
}

} // namespace

TEST_CASE("what a face cannot take is listed with its sentence", "[faces]") {
    std::vector<refusal> const listed{
#define CTNN_NO(entry, face, sentence) {#entry, #face, #sentence},
        CTNN_NOS(CTNN_NO)
#undef CTNN_NO
    };
    std::vector<refusal> met;
    faces::for_each_entry([&]<class Entry>() {
        faces::for_each_face([&]<class Face>(char const* face) {
            if constexpr (!faces::takes<Face, Entry>)
                met.push_back(
                    {Entry::name, face, last_name<typename Face::template diagnosis<Entry>>()});
        });
    });
    for (auto const& one : met) {
        CAPTURE(one.entry, one.face, one.sentence);
        CHECK(std::count(listed.begin(), listed.end(), one) == 1);
    }
    for (auto const& one : listed) {
        CAPTURE(one.entry, one.face, one.sentence);
        CHECK(std::count(met.begin(), met.end(), one) == 1);
    }
}

// Where it fails, copy what it prints into the page.
TEST_CASE("docs/layers.md has the table of all layers and faces", "[faces]") {
    std::string const page = layers_md;
    bool const is_there = page.find("\n" + table() + "\n") != std::string::npos;
    if (!is_there) // (Catch2 would break its lines)
        std::printf("docs/layers.md needs this table:\n\n%s\n", table().c_str());
    CHECK(is_there);
}
