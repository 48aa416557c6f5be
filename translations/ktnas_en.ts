<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ktnas::BuildMonitor</name>
    <message numerus="yes">
        <source>%n trainings under way</source>
        <translation>
            <numerusform>%n training under way</numerusform>
            <numerusform>%n trainings under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trainings failed</source>
        <translation>
            <numerusform>%Ln training failed</numerusform>
            <numerusform>%Ln trainings failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::BuildWords</name>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln networks</source>
        <translation>
            <numerusform>%Ln network</numerusform>
            <numerusform>%Ln networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trainings</source>
        <translation>
            <numerusform>%Ln training</numerusform>
            <numerusform>%Ln trainings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are trained with %1 seeds</source>
        <translation>
            <numerusform>%Ln of them is trained with %1 seeds</numerusform>
            <numerusform>%Ln of them are trained with %1 seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sets of proxies</source>
        <translation>
            <numerusform>%Ln set of proxies</numerusform>
            <numerusform>%Ln sets of proxies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln results are there</source>
        <translation>
            <numerusform>The one result is there</numerusform>
            <numerusform>All %Ln results are there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trainings failed</source>
        <translation>
            <numerusform>%Ln training failed</numerusform>
            <numerusform>%Ln trainings failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>trained by %Ln workers</source>
        <translation>
            <numerusform>trained by %Ln worker</numerusform>
            <numerusform>trained by %Ln workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole takes %1 of processor time (%2 to %3, from %n measured trainings); what is left takes %4 with %5.</source>
        <translation>
            <numerusform>The whole takes %1 of processor time (%2 to %3, from %n measured training); what is left takes %4 with %5.</numerusform>
            <numerusform>The whole takes %1 of processor time (%2 to %3, from %n measured trainings); what is left takes %4 with %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln workers</source>
        <translation>
            <numerusform>%Ln worker</numerusform>
            <numerusform>%Ln workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::CellWords</name>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of up to %n trials</source>
        <translation>
            <numerusform>one trial</numerusform>
            <numerusform>mean of up to %n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells not published</source>
        <translation>
            <numerusform>%n cell not published</numerusform>
            <numerusform>%n cells not published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::Diary</name>
    <message numerus="yes">
        <source>Skipped transfer: no candidate had φ above 0 (%n in the history).</source>
        <translation>
            <numerusform>Skipped transfer: no candidate had φ above 0 (%n in the history).</numerusform>
            <numerusform>Skipped transfer: no candidate had φ above 0 (%n in the history).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chose %n migrants from %1 candidates; largest φ %2.</source>
        <translation>
            <numerusform>Chose %n migrant from %1 candidates; largest φ %2.</numerusform>
            <numerusform>Chose %n migrants from %1 candidates; largest φ %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Target met after %n evaluations.</source>
        <translation>
            <numerusform>Target met after %n evaluation.</numerusform>
            <numerusform>Target met after %n evaluations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n migrants survived; %2 labelled +1.</source>
        <translation>
            <numerusform>%1 of %n migrant survived; %2 labelled +1.</numerusform>
            <numerusform>%1 of %n migrants survived; %2 labelled +1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All neighbours of a parent had been evaluated %n times; stepped to a random one.</source>
        <translation>
            <numerusform>All neighbours of a parent had been evaluated once; stepped to a random one.</numerusform>
            <numerusform>All neighbours of a parent had been evaluated %n times; stepped to a random one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evaluations failed.</source>
        <translation>
            <numerusform>%n evaluation failed.</numerusform>
            <numerusform>%n evaluations failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::DisorderView</name>
    <message numerus="yes">
        <source>%1&apos;s best %n cells on %2</source>
        <translation>
            <numerusform>%1&apos;s best cell on %2</numerusform>
            <numerusform>%1&apos;s best %n cells on %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::LineagePanel</name>
    <message numerus="yes">
        <source>%n edits</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps from the first ancestor</source>
        <translation>
            <numerusform>%n step from the first ancestor</numerusform>
            <numerusform>%n steps from the first ancestor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::MainWindow</name>
    <message numerus="yes">
        <source>%Ln searches are running, and what they found is not saved.</source>
        <translation>
            <numerusform>A search is running, and what it found is not saved.</numerusform>
            <numerusform>%Ln searches are running, and what they found is not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::MapPanel</name>
    <message numerus="yes">
        <source>%n edits from %1</source>
        <translation>
            <numerusform>%n edit from %1</numerusform>
            <numerusform>%n edits from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::MigrantFates</name>
    <message numerus="yes">
        <source>%1 of %n migrants survived or had a good child, %2 were labelled +1</source>
        <translation>
            <numerusform>%1 of %n migrant survived or had a good child, %2 were labelled +1</numerusform>
            <numerusform>%1 of %n migrants survived or had a good child, %2 were labelled +1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::NeighbourSection</name>
    <message numerus="yes">
        <source>%1 of %n are better on %2; best first</source>
        <translation>
            <numerusform>%1 of %n is better on %2; best first</numerusform>
            <numerusform>%1 of %n are better on %2; best first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::PictureFacts</name>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”, %n classes</source>
        <translation>
            <numerusform>“%1”, %n class</numerusform>
            <numerusform>“%1”, %n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things to know</source>
        <translation>
            <numerusform>%n thing to know</numerusform>
            <numerusform>%n things to know</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::PictureWords</name>
    <message numerus="yes">
        <source>%Ln files cannot be decoded and were left out</source>
        <translation>
            <numerusform>%Ln file cannot be decoded and was left out</numerusform>
            <numerusform>%Ln files cannot be decoded and were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures have other sizes and were stretched to that of most</source>
        <translation>
            <numerusform>%Ln picture has another size and was stretched to that of most</numerusform>
            <numerusform>%Ln pictures have other sizes and were stretched to that of most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures occur in an earlier split too, so tests see what was trained with</source>
        <translation>
            <numerusform>%Ln picture occurs in an earlier split too, so tests see what was trained with</numerusform>
            <numerusform>%Ln pictures occur in an earlier split too, so tests see what was trained with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures occur earlier in their split too</source>
        <translation>
            <numerusform>%Ln picture occurs earlier in its split too</numerusform>
            <numerusform>%Ln pictures occur earlier in their split too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures look like an earlier one and have another label: nobody can get both right</source>
        <translation>
            <numerusform>%Ln picture looks like an earlier one and has another label: nobody can get both right</numerusform>
            <numerusform>%Ln pictures look like an earlier one and have another label: nobody can get both right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln classes have no picture in a split</source>
        <translation>
            <numerusform>%Ln class has no picture in a split</numerusform>
            <numerusform>%Ln classes have no picture in a split</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures of the official set are missing: results do not compare with published ones</source>
        <translation>
            <numerusform>%Ln picture of the official set is missing: results do not compare with published ones</numerusform>
            <numerusform>%Ln pictures of the official set are missing: results do not compare with published ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files and folders were passed over</source>
        <translation>
            <numerusform>%Ln file or folder was passed over</numerusform>
            <numerusform>%Ln files and folders were passed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::PicturesView</name>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::PointMap</name>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::PopulationPanel</name>
    <message numerus="yes">
        <source>%1 of %n are migrants</source>
        <translation>
            <numerusform>%1 of %n is a migrant</numerusform>
            <numerusform>%1 of %n are migrants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::RailTask</name>
    <message numerus="yes">
        <source>%Ln epochs</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of up to %Ln trials</source>
        <translation>
            <numerusform>one trial</numerusform>
            <numerusform>mean of up to %Ln trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evaluations</source>
        <translation>
            <numerusform>%Ln evaluation</numerusform>
            <numerusform>%Ln evaluations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Target %1 met after %Ln</source>
        <translation>
            <numerusform>Target %1 met after %Ln</numerusform>
            <numerusform>Target %1 met after %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::RunBar</name>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::SearchCurves</name>
    <message numerus="yes">
        <source>Best so far %1, %2, after %n evaluations</source>
        <translation>
            <numerusform>Best so far %1, %2, after %n evaluation</numerusform>
            <numerusform>Best so far %1, %2, after %n evaluations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Best so far %1 after %n evaluations</source>
        <translation>
            <numerusform>Best so far %1 after %n evaluation</numerusform>
            <numerusform>Best so far %1 after %n evaluations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::SeedBands</name>
    <message numerus="yes">
        <source>%n other seeds</source>
        <translation>
            <numerusform>%n other seed</numerusform>
            <numerusform>%n other seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::Session</name>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::StartPage</name>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evaluations</source>
        <translation>
            <numerusform>%Ln evaluation</numerusform>
            <numerusform>%Ln evaluations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::StatusStrip</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searches running</source>
        <translation>
            <numerusform>%Ln search running</numerusform>
            <numerusform>%Ln searches running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::TaskRail</name>
    <message numerus="yes">
        <source>%1, %Ln epochs</source>
        <translation>
            <numerusform>%1, %Ln epoch</numerusform>
            <numerusform>%1, %Ln epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::TransferView</name>
    <message numerus="yes">
        <source>%n labelled migrants vote</source>
        <translation>
            <numerusform>%n labelled migrant votes</numerusform>
            <numerusform>%n labelled migrants vote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kendall τ of φ and true value, mean over tasks by generation; %n votes of this run, 95 %</source>
        <translation>
            <numerusform>Kendall τ of φ and true value, mean over tasks by generation; %n vote of this run, 95 %</numerusform>
            <numerusform>Kendall τ of φ and true value, mean over tasks by generation; %n votes of this run, 95 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::TwinSection</name>
    <message numerus="yes">
        <source>%n other cells are the same network, trained apart.</source>
        <translation>
            <numerusform>%n other cell is the same network, trained apart.</numerusform>
            <numerusform>%n other cells are the same network, trained apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more compute the same function.</source>
        <translation>
            <numerusform>%n more computes the same function.</numerusform>
            <numerusform>%n more compute the same function.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::ValuesPanel</name>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::VerifySection</name>
    <message numerus="yes">
        <source>Trained again: all %Ln values hold</source>
        <translation>
            <numerusform>Trained again: the one value holds</numerusform>
            <numerusform>Trained again: all %Ln values hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::VoteScene</name>
    <message numerus="yes">
        <source>%n candidates, none chosen</source>
        <translation>
            <numerusform>%n candidate, none chosen</numerusform>
            <numerusform>%n candidates, none chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n votes for, %1 against: φ = %2.</source>
        <translation>
            <numerusform>%n vote for, %1 against: φ = %2.</numerusform>
            <numerusform>%n votes for, %1 against: φ = %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %1 it is %2, number %3 of the %n candidates.</source>
        <translation>
            <numerusform>On %1 it is %2, number %3 of %n candidate.</numerusform>
            <numerusform>On %1 it is %2, number %3 of the %n candidates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::Workshop</name>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln classes</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::TrainingStrip</name>
    <message numerus="yes">
        <source>%Ln networks are being trained</source>
        <translation>
            <numerusform>%Ln network is being trained</numerusform>
            <numerusform>%Ln networks are being trained</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trained in this session</source>
        <translation>
            <numerusform>%Ln trained in this session</numerusform>
            <numerusform>%Ln trained in this session</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evaluations needed no training</source>
        <translation>
            <numerusform>%Ln evaluation needed no training</numerusform>
            <numerusform>%Ln evaluations needed no training</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
</TS>
