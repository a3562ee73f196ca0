package refocus.recruitment.vacancy;

/// The same words in both languages; public, and never about a person.
public record Bilingual(String en, String cy) {}
