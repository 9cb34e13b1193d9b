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

// Which faces cannot take which entries, and the tables of docs/layers.md.

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

// Entries of which every face says the same share a row.
struct row {
    std::string names;
    std::size_t entries;
    std::vector<std::string> cells; // of all faces
};
template <class Entries>
std::vector<row> rows(bool of_proofs) {
    std::vector<row> all;
    Entries::each([&]<class Entry>() {
        row own{std::string("`") + Entry::name + "`", 1, {}};
        faces::for_each_face([&]<class Face>(char const*) {
            if (Face::proves == of_proofs)
                own.cells.push_back(cell<Face, Entry>());
        });
        auto const same = std::find_if(all.begin(), all.end(),
                                       [&own](row const& one) { return one.cells == own.cells; });
        if (same == all.end()) {
            all.push_back(own);
        } else {
            same->names += " " + own.names;
            ++same->entries;
        }
    });
    return all;
}

// Layers, and then activations: those of which most say the same are not named.
std::vector<row> all_rows(bool of_proofs) {
    std::vector<row> all = rows<faces::layers>(of_proofs);
    std::vector<row> activations = rows<faces::activations>(of_proofs);
    auto const most =
        std::max_element(activations.begin(), activations.end(),
                         [](row const& a, row const& b) { return a.entries < b.entries; });
    most->names = activations.size() == 1 ? "an activation" : "other activations";
    std::iter_swap(most, activations.end() - 1);
    all.insert(all.end(), activations.begin(), activations.end());
    return all;
}

// Faces of which everything says yes are listed, the others are columns.
std::string table(bool of_proofs) {
    auto const all = all_rows(of_proofs);
    std::string list, head = "| |", line = "| --- |";
    std::vector<std::size_t> columns;
    std::size_t place = 0;
    faces::for_each_face([&]<class Face>(char const*) {
        if (Face::proves != of_proofs)
            return;
        bool const is_yes = std::all_of(all.begin(), all.end(),
                                        [&](row const& one) { return one.cells[place] == "yes"; });
        if (is_yes) {
            list += std::string("- ") + Face::title + "\n";
        } else {
            head += std::string(" ") + Face::title + " |";
            line += " --- |";
            columns.push_back(place);
        }
        ++place;
    });
    std::string text = head + "\n" + line + "\n";
    for (row const& one : all) {
        text += "| " + one.names + " |";
        for (std::size_t const column : columns)
            text += " " + one.cells[column] + " |";
        text += "\n";
    }
    return (list.empty() ? "" : list + "\n") + text;
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
TEST_CASE("docs/layers.md has the tables of all layers and faces", "[faces]") {
    std::string const page = layers_md;
    for (bool const of_proofs : {false, true}) {
        bool const is_there = page.find("\n" + table(of_proofs) + "\n") != std::string::npos;
        if (!is_there) // (Catch2 would break its lines)
            std::printf("docs/layers.md needs this:\n\n%s\n", table(of_proofs).c_str());
        CHECK(is_there);
    }
}
