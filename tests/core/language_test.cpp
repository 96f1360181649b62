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
  for (const auto* text : {"", "12 34 56",
                           "Il Consiglio accoglie con favore il rapporto del mediatore e ringrazia le parti, "
                           "con le quali parla per la pace.",
                           "O Conselho acolhe com agrado o relatório do mediador e agradece às partes que "
                           "falam por uma paz duradoura.",
                           "Der Rat begrüßt den Bericht des Vermittlers und dankt den Parteien, die in der "
                           "Stadt über Frieden sprechen.",
                           "Το Συμβούλιο χαιρετίζει την έκθεση και ευχαριστεί τα μέρη. Security Council of "
                           "the isles and to all."}) {
    CAPTURE(text);
    CHECK(language_of(text) == "und");
  }
}

TEST_CASE("a short text is not doubted") {
  const auto source =
      SourceText::from_utf8("Calls on El Salvador y los demás, por favor, a la paz que el Consejo pide.");
  const auto resolution = parse(*source);
  CHECK(resolution.facts.language == "en");
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
