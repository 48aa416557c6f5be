// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SettingTables.h"

namespace ktnas {

SettingInfo choiceSetting(const char* name, const char* title, std::vector<ChoiceText> choices,
                          const char* explanation, bool isAdvanced)
{
    SettingInfo info;
    info.name = name;
    info.title = title;
    info.kind = SettingKind::Choice;
    info.defaultValue = choices.front().name;
    for (const ChoiceText& choice : choices) {
        info.choices.emplace_back(choice.name);
        info.choiceTexts.emplace_back(choice.text);
    }
    info.explanation = explanation;
    info.isAdvanced = isAdvanced;
    return info;
}

SettingInfo numberSetting(SettingKind kind, const char* name, const char* title, const char* defaultValue,
                          double low, double high, const char* unit, const char* explanation, bool isAdvanced)
{
    SettingInfo info;
    info.name = name;
    info.title = title;
    info.kind = kind;
    info.defaultValue = defaultValue;
    info.low = low;
    info.high = high;
    info.unit = unit;
    info.explanation = explanation;
    info.isAdvanced = isAdvanced;
    return info;
}

SettingInfo parentsSetting()
{
    return numberSetting(
        SettingKind::Integer, "K", KTNAS_TEXT("Parents"), "10", 1, 1000, KTNAS_TEXT("cells"),
        KTNAS_TEXT(
            "How many cells each task keeps as parents, and how many it draws at random to begin with. "
            "Fewer parents make the search greedier; more make it slower but harder to trap. "
            "The paper keeps 10 on tables and 20 in the DARTS-like space."));
}

SettingInfo tournamentSetting()
{
    return numberSetting(
        SettingKind::Integer, "S", KTNAS_TEXT("Tournament size"), "5", 1, 1000, KTNAS_TEXT("cells"),
        KTNAS_TEXT("A parent is the best of this many different cells drawn from the parents. "
                   "At 1 every parent is equally likely; at K only the best one has children."));
}

SettingInfo mutantSetting(const char* defaultRule)
{
    SettingInfo info = choiceSetting(
        "mutant", KTNAS_TEXT("Choice of mutant"),
        {{"best_proxy", KTNAS_TEXT("the neighbour with the best proxy")},
         {"best_of_j", KTNAS_TEXT("the best proxy among j drawn neighbours")},
         {"random", KTNAS_TEXT("any neighbour")}},
        KTNAS_TEXT(
            "A child differs from its parent in one operation and is new to the task; this decides which of "
            "those neighbours it is. A zero-cost proxy such as synflow is computed without training, so "
            "choosing by it costs no evaluation. On NAS-Bench-201 it saves more than half of the "
            "evaluations; "
            "without a proxy in the table only \"random\" is possible, and it is the default there."),
        false);
    info.defaultValue = defaultRule;
    return info;
}

SettingInfo mutantDrawsSetting()
{
    return numberSetting(
        SettingKind::Integer, "j", KTNAS_TEXT("Drawn neighbours"), "5", 1, 100, KTNAS_TEXT("cells"),
        KTNAS_TEXT(
            "With the choice \"best of j\": how many new neighbours are drawn before the one with the best "
            "proxy is taken. At 1 the proxy has no say; as it grows the choice approaches \"best proxy\"."),
        true);
}

SettingInfo proxySetting()
{
    SettingInfo info;
    info.name = "proxy";
    info.title = KTNAS_TEXT("Zero-cost proxy");
    info.kind = SettingKind::Name;
    info.explanation =
        KTNAS_TEXT("The proxy of the table that ranks mutants and, where a method asks for it, migrants. "
                   "Empty takes synflow, or else the table's first proxy. Each task uses its own column; "
                   "CIFAR-100 uses CIFAR-10's, as published.");
    info.isAdvanced = true;
    return info;
}

std::vector<SettingInfo> ktnasSettings()
{
    std::vector<SettingInfo> all;
    all.push_back(parentsSetting());
    all.push_back(numberSetting(
        SettingKind::Integer, "n", KTNAS_TEXT("Migrants"), "4", 0, 1000, KTNAS_TEXT("cells"),
        KTNAS_TEXT(
            "How many cells of other tasks are transferred to a task in one generation, if any. "
            "Each is evaluated on the task and has a child there. More migrants leave less room for the "
            "task's own search.")));
    all.push_back(numberSetting(
        SettingKind::Integer, "offspring", KTNAS_TEXT("Offspring"), "6", 1, 1000, KTNAS_TEXT("cells"),
        KTNAS_TEXT(
            "How many children a task has in one generation. Fewer children a generation mean that the next "
            "ones already profit from them, so the search needs fewer evaluations: compare methods only at "
            "equal numbers.")));
    all.push_back(choiceSetting(
        "transfer", KTNAS_TEXT("Who migrates"),
        {{"rank", KTNAS_TEXT("the best by transfer rank (KTNAS)")},
         {"random", KTNAS_TEXT("cells drawn by lot, every generation")},
         {"coin", KTNAS_TEXT("cells drawn by lot, as often as rank transfers")},
         {"source", KTNAS_TEXT("the best of the source tasks")},
         {"proxy", KTNAS_TEXT("the best by the target's proxy")},
         {"oracle", KTNAS_TEXT("cells that truly do well on the target")},
         {"none", KTNAS_TEXT("nobody")}},
        KTNAS_TEXT(
            "The paper's method is \"rank\": migrants of the past vote for similar candidates. All others "
            "are "
            "controls to compare it with. The oracle looks at the target's values before it pays for them "
            "and shows how much a perfect choice could gain."),
        false));
    all.push_back(mutantSetting("best_proxy"));
    all.push_back(choiceSetting(
        "skip", KTNAS_TEXT("No good candidate"),
        {{"on", KTNAS_TEXT("transfer nobody")},
         {"off", KTNAS_TEXT("transfer the best all the same")},
         {"random_instead", KTNAS_TEXT("transfer cells drawn by lot")}},
        KTNAS_TEXT(
            "What happens when no candidate has a positive transfer rank. Skipping is most of what makes "
            "transfer rank better than random transfer: it stops transferring when transfers do not help."),
        false));
    all.push_back(choiceSetting(
        "similarity_embedding", KTNAS_TEXT("Similarity of cells"),
        {{"onehot", KTNAS_TEXT("shared operations")},
         {"path", KTNAS_TEXT("shared paths from input to output")},
         {"wl", KTNAS_TEXT("shared neighbourhoods in the graph (Weisfeiler-Lehman)")},
         {"node2vec", KTNAS_TEXT("vectors learned from random walks")},
         {"random_vectors", KTNAS_TEXT("random vectors (control)")},
         {"redrawn", KTNAS_TEXT("random numbers, new for each vote (control)")}},
        KTNAS_TEXT(
            "Each migrant of the past votes for the candidate whose vector has the largest cosine with its "
            "own. On the published tables the choice hardly matters, which the two controls show."),
        false));
    all.push_back(tournamentSetting());
    all.push_back(numberSetting(
        SettingKind::Integer, "m", KTNAS_TEXT("Memory for failures"), "5", 0, 1000000,
        KTNAS_TEXT("generations"),
        KTNAS_TEXT(
            "Negative migrants vote for this many generations and are then forgotten; positive ones stay. "
            "A generation without transfer counts as one. When the history is empty again, migrants are "
            "drawn by lot.")));
    all.push_back(numberSetting(
        SettingKind::Real, "r", KTNAS_TEXT("Elite share"), "0.2", 0, 1, "",
        KTNAS_TEXT(
            "A migrant becomes positive if one of its children is among this share of the new parents, at "
            "least among the first. A small share makes labels strict; at 1 every child that survives "
            "makes its parent positive.")));
    all.push_back(choiceSetting(
        "survival", KTNAS_TEXT("Survival"),
        {{"truncate", KTNAS_TEXT("the best stay")}, {"aging", KTNAS_TEXT("the youngest stay")}},
        KTNAS_TEXT("Who are the next parents among parents, offspring and migrants. Regularised evolution "
                   "lets cells "
                   "age; the paper takes the best. The difference is larger than that between methods: never "
                   "compare across it.")));
    all.push_back(choiceSetting(
        "order", KTNAS_TEXT("What tasks see of each other"),
        {{"snapshot", KTNAS_TEXT("parents of the generation's beginning")},
         {"sequential", KTNAS_TEXT("parents as they are now")}},
        KTNAS_TEXT("Tasks take their turns one after the other. With a snapshot their order does not matter; "
                   "sequentially a later task already sees what an earlier one found.")));
    all.push_back(choiceSetting(
        "mating", KTNAS_TEXT("Who has children"),
        {{"separate", KTNAS_TEXT("each migrant once, then tournaments among parents")},
         {"merged", KTNAS_TEXT("tournaments among parents and migrants")},
         {"migrants_win", KTNAS_TEXT("only migrants, where there are any")}},
        KTNAS_TEXT(
            "How the parents of the offspring are found in a generation with migrants. The last choice is "
            "what the released program meant to do.")));
    all.push_back(choiceSetting(
        "candidates", KTNAS_TEXT("Who may migrate"),
        {{"all", KTNAS_TEXT("all parents of the source tasks")},
         {"unseen", KTNAS_TEXT("only cells new to the target")}},
        KTNAS_TEXT(
            "A cell that was already evaluated on the target costs nothing when it migrates again, and has "
            "another child there.")));
    all.push_back(choiceSetting(
        "tp_evaluated", KTNAS_TEXT("Cost of migrants"),
        {{"yes", KTNAS_TEXT("an evaluation each")}, {"free", KTNAS_TEXT("free")}},
        KTNAS_TEXT(
            "Whether the evaluation of a migrant on the target counts. The paper evaluates migrants; free "
            "ones show what it would gain if it did not have to.")));
    all.push_back(choiceSetting(
        "count", KTNAS_TEXT("Repeated evaluations"),
        {{"unique", KTNAS_TEXT("counted once")}, {"repeats", KTNAS_TEXT("counted each time")}},
        KTNAS_TEXT(
            "Whether a cell that comes again on the same task, as a migrant, is counted again. Its value is "
            "known either way.")));
    all.push_back(choiceSetting(
        "label_of", KTNAS_TEXT("Whose success counts"),
        {{"children", KTNAS_TEXT("a child of the migrant")},
         {"self", KTNAS_TEXT("the migrant itself")},
         {"self_or_child", KTNAS_TEXT("either")}},
        KTNAS_TEXT(
            "Who must be among the elite for a migrant to become positive. The paper looks at children, its "
            "released program at the migrant.")));
    all.push_back(choiceSetting(
        "label_in", KTNAS_TEXT("Elite of what"),
        {{"next_parents", KTNAS_TEXT("the next parents")},
         {"before_truncation", KTNAS_TEXT("all before selection")}},
        KTNAS_TEXT(
            "The elite share is taken of the next parents, or of parents, offspring and migrants together, "
            "which is twice as many.")));
    all.push_back(choiceSetting(
        "childless", KTNAS_TEXT("Migrants without children"),
        {{"negative", KTNAS_TEXT("become negative")},
         {"unlabelled", KTNAS_TEXT("are left out of the history")}},
        KTNAS_TEXT(
            "With fewer offspring than migrants, or with merged mating, some migrants have no child to be "
            "judged by.")));
    all.push_back(choiceSetting("positives", KTNAS_TEXT("Memory for successes"),
                                {{"set", KTNAS_TEXT("for ever, each cell once")},
                                 {"multiset", KTNAS_TEXT("for ever, each success")},
                                 {"last_generation", KTNAS_TEXT("one generation")}},
                                KTNAS_TEXT("How long positive migrants vote, and whether a cell that "
                                           "succeeded twice has two votes. The paper "
                                           "keeps them for ever, its released program for one generation.")));
    all.push_back(choiceSetting(
        "empty_history", KTNAS_TEXT("Empty history"),
        {{"random", KTNAS_TEXT("transfer cells drawn by lot")},
         {"keep_last", KTNAS_TEXT("transfer the last ones again")},
         {"none", KTNAS_TEXT("transfer nobody")}},
        KTNAS_TEXT(
            "What happens when nobody can vote: at the beginning, and when all failures are forgotten. With "
            "\"none\" the history never fills, so there is no transfer at all.")));
    all.push_back(choiceSetting(
        "last_group", KTNAS_TEXT("Equals at the cut"),
        {{"random", KTNAS_TEXT("by lot")},
         {"source", KTNAS_TEXT("the better on its source")},
         {"proxy", KTNAS_TEXT("the better proxy on the target")}},
        KTNAS_TEXT(
            "Candidates of equal transfer rank of which only some fit among the n. The paper draws them by "
            "lot.")));
    all.push_back(choiceSetting(
        "negative_cosine", KTNAS_TEXT("Negative similarities"),
        {{"leave", KTNAS_TEXT("compared as they are")},
         {"clip", KTNAS_TEXT("set to 0")},
         {"rescale", KTNAS_TEXT("moved to 0 to 1")}},
        KTNAS_TEXT(
            "The paper says that similarities lie between 0 and 1, which a cosine does not promise. Only "
            "clipping can change a vote, by making all negative ones equal.")));
    all.push_back(numberSetting(SettingKind::Real, "coin_rate", KTNAS_TEXT("Coin's rate"), "0.36", 0, 1, "",
                                KTNAS_TEXT("With \"coin\": the share of generations with a transfer after "
                                           "the first. The default is the rate "
                                           "at which transfer rank transferred on NAS-Bench-201."),
                                true));
    all.push_back(mutantDrawsSetting());
    all.push_back(proxySetting());
    return all;
}

} // namespace ktnas
