#include <doctest/doctest.h>
#include <string>

#include "core/resolution/language.h"
#include "core/resolution/parse.h"

using namespace clausemark;

TEST_CASE("the six official languages are told apart") {
  CHECK(language_of(
            "The Council welcomes the report of the Envoy and expresses its thanks to the parties.") == "en");
  CHECK(language_of(
            "Le Conseil accueille avec satisfaction le rapport et remercie les parties et les médiateurs.") ==
        "fr");
  CHECK(language_of(
            "El Consejo acoge con beneplácito el informe y agradece a las partes y a los mediadores.") ==
        "es");
  CHECK(language_of("Совет приветствует доклад и благодарит стороны.") == "ru");
  CHECK(language_of("安理会欢迎这份报告并感谢各方。") == "zh");
  CHECK(language_of("يرحب المجلس بالتقرير ويشكر الأطراف.") == "ar");
}

TEST_CASE("a text in none of them is undetermined") {
  CHECK(language_of("") == "und");
  CHECK(language_of("Il Consiglio accoglie con favore il rapporto e ringrazia le parti interessate.") !=
        "en");
  CHECK(language_of("12 34 56") == "und");
}

TEST_CASE("a text in a language without a vocabulary is read, and the reader is told") {
  std::string text = "Le Conseil de sécurité,\n\n";
  for (int k = 1; k <= 6; ++k)
    text += std::to_string(k) +
            ". Prie le Secrétaire général de lui présenter les rapports des missions et du fonds ;\n\n";
  const auto source = SourceText::from_utf8(text);
  const auto resolution = parse(*source);
  CHECK(resolution.facts.language == "fr");
  bool told = false;
  for (const auto& diagnostic : resolution.diagnostics) told = told || diagnostic.code == "language";
  CHECK(told);
}
