package refocus.recruitment.vacancy;

import java.util.UUID;

/// One who scores the candidates of a vacancy.
///
/// @param saferRecruitment whether trained in safer recruitment
/// @param youngPerson whether a child or young person, who scores what young people score
public record PanelMember(UUID assessor, boolean saferRecruitment, boolean youngPerson) {}
