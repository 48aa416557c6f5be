<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>CellGraph</name>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 (dead)</source>
        <translation>%1 (tot)</translation>
    </message>
    <message>
        <source>(dead)</source>
        <translation>(tot)</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>expected %1, found %2</source>
        <translation>erwartet: %1, gefunden: %2</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet: %1</translation>
    </message>
    <message>
        <source>found %1</source>
        <translation>gefunden: %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>This is a Git LFS pointer, the data itself is not here</source>
        <translation>Dies ist ein Git-LFS-Verweis, die Daten selbst sind nicht hier</translation>
    </message>
    <message>
        <source>This is a web page that was saved in place of the file</source>
        <translation>Dies ist eine Webseite, die anstelle der Datei gespeichert wurde</translation>
    </message>
    <message>
        <source>This is not a file that KTNAS Studio can read</source>
        <translation>Diese Datei kann KTNAS Studio nicht lesen</translation>
    </message>
    <message>
        <source>The table&apos;s header cannot be used</source>
        <translation>Die Kopfzeile der Tabelle ist nicht brauchbar</translation>
    </message>
    <message>
        <source>The line cannot be used</source>
        <translation>Die Zeile ist unbrauchbar</translation>
    </message>
    <message>
        <source>This is not a usable number</source>
        <translation>Das ist keine brauchbare Zahl</translation>
    </message>
    <message>
        <source>This is not a cell of the search space</source>
        <translation>Das ist keine Zelle des Suchraums</translation>
    </message>
    <message>
        <source>Cells of different search spaces or tables do not mix</source>
        <translation>Zellen verschiedener Suchräume oder Tabellen lassen sich nicht mischen</translation>
    </message>
    <message>
        <source>This cell already has a row</source>
        <translation>Diese Zelle hat schon eine Zeile</translation>
    </message>
    <message>
        <source>This is not valid JSON</source>
        <translation>Dies ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>The plan cannot be used</source>
        <translation>Der Plan ist nicht brauchbar</translation>
    </message>
    <message>
        <source>The file was written by a newer version of KTNAS Studio</source>
        <translation>Die Datei wurde von einer neueren Version von KTNAS Studio geschrieben</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The pictures are damaged</source>
        <translation>Die Bilder sind beschädigt</translation>
    </message>
    <message>
        <source>These pictures cannot be learnt from</source>
        <translation>Aus diesen Bildern lässt sich nicht lernen</translation>
    </message>
    <message>
        <source>These results belong to another plan</source>
        <translation>Diese Ergebnisse gehören zu einem anderen Plan</translation>
    </message>
    <message>
        <source>The record does not belong to this table or this version of the method</source>
        <translation>Die Aufzeichnung gehört nicht zu dieser Tabelle oder dieser Version der Methode</translation>
    </message>
    <message>
        <source>The table has no such task</source>
        <translation>Die Tabelle hat diese Aufgabe nicht</translation>
    </message>
    <message>
        <source>There is no such method</source>
        <translation>Diese Methode gibt es nicht</translation>
    </message>
    <message>
        <source>The method has no such setting</source>
        <translation>Die Methode hat diese Einstellung nicht</translation>
    </message>
    <message>
        <source>This machine has no such device</source>
        <translation>Dieser Rechner hat kein solches Gerät</translation>
    </message>
    <message>
        <source>The setting cannot have this value</source>
        <translation>Die Einstellung kann diesen Wert nicht haben</translation>
    </message>
    <message>
        <source>This cannot be done as it was asked</source>
        <translation>So, wie es verlangt wurde, geht es nicht</translation>
    </message>
    <message>
        <source>The data is not installed</source>
        <translation>Die Daten sind nicht installiert</translation>
    </message>
    <message>
        <source>The part of KTNAS Studio that trains networks is not installed</source>
        <translation>Der Teil von KTNAS Studio, der Netze trainiert, ist nicht installiert</translation>
    </message>
    <message>
        <source>The part of KTNAS Studio that trains networks does not fit this machine</source>
        <translation>Der Teil von KTNAS Studio, der Netze trainiert, passt nicht zu diesem Rechner</translation>
    </message>
    <message>
        <source>The network could not be trained</source>
        <translation>Das Netz ließ sich nicht trainieren</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Der Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
        <source>Something went wrong inside KTNAS Studio</source>
        <translation>In KTNAS Studio ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>message, place, file</comment>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>message, place or file</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>ktnas-studio --help lists them.</source>
        <translation>ktnas-studio --help zählt sie auf.</translation>
    </message>
    <message>
        <source>Pause it first: what is finished stays in its file, and opening that goes on.</source>
        <translation>Halten Sie ihn zuerst an: Was fertig ist, bleibt in seiner Datei, und wer sie öffnet, macht weiter.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder; what was written before is still there.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner; was vorher geschrieben wurde, ist noch da.</translation>
    </message>
    <message>
        <source>Open it with the version that wrote it, or a newer one.</source>
        <translation>Öffnen Sie sie mit der Version, die sie geschrieben hat, oder einer neueren.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder; nothing was changed.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Only the shards of one plan on one table can be merged.</source>
        <translation>Nur die Teile eines Plans auf einer Tabelle lassen sich zusammenführen.</translation>
    </message>
    <message>
        <source>The plan was made for another version of the table.</source>
        <translation>Der Plan wurde für eine andere Version der Tabelle gemacht.</translation>
    </message>
    <message>
        <source>The file is not what it seems to be.</source>
        <translation>Die Datei ist nicht, was sie zu sein scheint.</translation>
    </message>
    <message>
        <source>The download is incomplete: fetch the file again.</source>
        <translation>Die Datei ist unvollständig angekommen: Laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file was damaged on its way: fetch it again.</source>
        <translation>Die Datei wurde unterwegs beschädigt: Laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Save each field as an array of its own.</source>
        <translation>Speichern Sie jedes Feld als eigenes Array.</translation>
    </message>
    <message>
        <source>It is refused for safety. Save the array again with a type of numbers.</source>
        <translation>Das wird aus Sicherheitsgründen abgelehnt. Speichern Sie das Array noch einmal mit einem Zahlentyp.</translation>
    </message>
    <message>
        <source>Save the array again with one of these types.</source>
        <translation>Speichern Sie das Array noch einmal mit einem dieser Typen.</translation>
    </message>
    <message>
        <source>Save the array with a current NumPy.</source>
        <translation>Speichern Sie das Array mit einem aktuellen NumPy.</translation>
    </message>
    <message>
        <source>The file was cut or damaged on its way: fetch it again.</source>
        <translation>Die Datei wurde unterwegs abgeschnitten oder beschädigt: Laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The download is incomplete or damaged: fetch the file again.</source>
        <translation>Die Datei ist unvollständig oder beschädigt angekommen: Laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Unpack it with its password first.</source>
        <translation>Entpacken Sie sie zuerst mit ihrem Passwort.</translation>
    </message>
    <message>
        <source>Pack it again with the usual method.</source>
        <translation>Packen Sie sie noch einmal mit dem üblichen Verfahren.</translation>
    </message>
    <message>
        <source>Choose micro-4op, nas-bench-201 or transnas-bench-101-micro.</source>
        <translation>Wählen Sie micro-4op, nas-bench-201 oder transnas-bench-101-micro.</translation>
    </message>
    <message>
        <source>Train its cells by their plain programs.</source>
        <translation>Trainieren Sie seine Zellen nach ihren einfachen Programmen.</translation>
    </message>
    <message>
        <source>Build the program and its plugin together, against one LibTorch.</source>
        <translation>Bauen Sie das Programm und seine Erweiterung zusammen, gegen dieselbe LibTorch.</translation>
    </message>
    <message>
        <source>Choose one of the devices of this machine; a GPU needs a LibTorch built for it and its driver.</source>
        <translation>Wählen Sie eines der Geräte dieses Rechners; eine GPU braucht eine dafür gebaute LibTorch und ihren Treiber.</translation>
    </message>
    <message>
        <source>Take smaller batches or fewer workers.</source>
        <translation>Nehmen Sie kleinere Stapel oder weniger Arbeiter.</translation>
    </message>
    <message>
        <source>Start the training anew, or give it the plan that the checkpoint was made with.</source>
        <translation>Beginnen Sie das Training neu, oder geben Sie ihm den Plan, mit dem der Zwischenstand entstanden ist.</translation>
    </message>
    <message>
        <source>Go on with them by --resume, or remove the file.</source>
        <translation>Setzen Sie sie mit --resume fort, oder entfernen Sie die Datei.</translation>
    </message>
    <message>
        <source>Results of different plans cannot be put together.</source>
        <translation>Ergebnisse verschiedener Pläne lassen sich nicht zusammenführen.</translation>
    </message>
    <message>
        <source>The pictures are not the same; results on different pictures cannot be put together.</source>
        <translation>Die Bilder sind nicht dieselben; Ergebnisse auf verschiedenen Bildern lassen sich nicht zusammenführen.</translation>
    </message>
    <message>
        <source>The pictures are not those that the results in this file were made with; name those, or begin a new file.</source>
        <translation>Die Bilder sind nicht die, mit denen die Ergebnisse dieser Datei entstanden sind; nennen Sie jene, oder beginnen Sie eine neue Datei.</translation>
    </message>
    <message>
        <source>Install the command-line program ktnas of the same version beside this one.</source>
        <translation>Installieren Sie das Kommandozeilenprogramm ktnas derselben Version neben diesem.</translation>
    </message>
    <message>
        <source>The file is cut, or of another format: fetch it again.</source>
        <translation>Die Datei ist abgeschnitten oder hat ein anderes Format: Laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file was damaged on its way, or is of another format.</source>
        <translation>Die Datei wurde unterwegs beschädigt oder hat ein anderes Format.</translation>
    </message>
    <message>
        <source>The download is incomplete or damaged: fetch the file again (an official batch of CIFAR has 31 MB).</source>
        <translation>Die Datei ist unvollständig oder beschädigt angekommen: Laden Sie sie noch einmal (eine amtliche CIFAR-Datei hat 31 MB).</translation>
    </message>
    <message>
        <source>See whether the file is what its name says.</source>
        <translation>Prüfen Sie, ob die Datei das ist, was ihr Name sagt.</translation>
    </message>
    <message>
        <source>Write the file again in the format&apos;s byte order, highest byte first.</source>
        <translation>Schreiben Sie die Datei noch einmal in der Bytefolge des Formats, das höchste Byte zuerst.</translation>
    </message>
    <message>
        <source>Save pictures and labels as unsigned bytes, 0 to 255.</source>
        <translation>Speichern Sie Bilder und Beschriftungen als Bytes ohne Vorzeichen, 0 bis 255.</translation>
    </message>
    <message>
        <source>Put the file with the labels into the same folder.</source>
        <translation>Legen Sie die Datei mit den Beschriftungen in denselben Ordner.</translation>
    </message>
    <message>
        <source>See whether the file has labels in place of pictures.</source>
        <translation>Prüfen Sie, ob die Datei Beschriftungen statt Bildern enthält.</translation>
    </message>
    <message>
        <source>See whether the file has pictures in place of labels.</source>
        <translation>Prüfen Sie, ob die Datei Bilder statt Beschriftungen enthält.</translation>
    </message>
    <message>
        <source>Pictures and labels are of different sets, or one file is incomplete.</source>
        <translation>Bilder und Beschriftungen stammen aus verschiedenen Sätzen, oder eine Datei ist unvollständig.</translation>
    </message>
    <message>
        <source>The file is empty but for its header: fetch it again.</source>
        <translation>Die Datei ist bis auf ihren Kopf leer: Holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The files are of different sets.</source>
        <translation>Die Dateien stammen aus verschiedenen Sätzen.</translation>
    </message>
    <message>
        <source>Name the folder that has the pictures and labels.</source>
        <translation>Nennen Sie den Ordner mit den Bildern und Beschriftungen.</translation>
    </message>
    <message>
        <source>Put each set into a folder of its own.</source>
        <translation>Legen Sie jeden Satz in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Install it with `sudo apt install dataset-fashion-mnist`, or name a folder that has the four files.</source>
        <translation>Installieren Sie ihn mit `sudo apt install dataset-fashion-mnist`, oder nennen Sie einen Ordner mit den vier Dateien.</translation>
    </message>
    <message>
        <source>Take fewer pictures for training and test, or a smaller side.</source>
        <translation>Nehmen Sie weniger Bilder zum Trainieren und Prüfen, oder eine kleinere Seite.</translation>
    </message>
    <message>
        <source>The file is incomplete: fetch it again.</source>
        <translation>Die Datei ist unvollständig: Laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Pictures and labels are of different sets, or the file is incomplete.</source>
        <translation>Bilder und Beschriftungen stammen aus verschiedenen Sätzen, oder die Datei ist unvollständig.</translation>
    </message>
    <message>
        <source>A picture with several labels at once, as in ChestMNIST, cannot be learnt here: keep one of the columns.</source>
        <translation>Ein Bild mit mehreren Beschriftungen zugleich, wie in ChestMNIST, lässt sich hier nicht lernen: Behalten Sie eine der Spalten.</translation>
    </message>
    <message>
        <source>Save the labels as whole numbers from 0 on.</source>
        <translation>Speichern Sie die Beschriftungen als ganze Zahlen ab 0.</translation>
    </message>
    <message>
        <source>Three-dimensional sets are not read; save slices, or put the channels last.</source>
        <translation>Dreidimensionale Sätze werden nicht gelesen; speichern Sie Schnitte, oder stellen Sie die Kanäle ans Ende.</translation>
    </message>
    <message>
        <source>See whether the array has pictures.</source>
        <translation>Prüfen Sie, ob das Array Bilder enthält.</translation>
    </message>
    <message>
        <source>The arrays are of different sets.</source>
        <translation>Die Arrays stammen aus verschiedenen Sätzen.</translation>
    </message>
    <message>
        <source>Save the pictures as unsigned bytes (uint8).</source>
        <translation>Speichern Sie die Bilder als Bytes ohne Vorzeichen (uint8).</translation>
    </message>
    <message>
        <source>The file was changed, or it is another set than its name says.</source>
        <translation>Die Datei wurde geändert, oder sie ist ein anderer Satz, als ihr Name sagt.</translation>
    </message>
    <message>
        <source>Sort the pictures into folders named as their classes.</source>
        <translation>Ordnen Sie die Bilder in Ordner, die wie ihre Klassen heißen.</translation>
    </message>
    <message>
        <source>Make the pictures smaller first: networks look at them at 14 to 64 pixels.</source>
        <translation>Verkleinern Sie die Bilder zuerst: Netze sehen sie mit 14 bis 64 Pixeln.</translation>
    </message>
    <message>
        <source>See whether the files are PNG or JPEG pictures and whole.</source>
        <translation>Prüfen Sie, ob die Dateien PNG- oder JPEG-Bilder und vollständig sind.</translation>
    </message>
    <message>
        <source>Name the folder that has the training pictures as well.</source>
        <translation>Nennen Sie den Ordner, der auch die Bilder zum Trainieren enthält.</translation>
    </message>
    <message>
        <source>With one class there is nothing to tell apart: add pictures of others.</source>
        <translation>Bei einer Klasse gibt es nichts zu unterscheiden: Fügen Sie Bilder anderer Klassen hinzu.</translation>
    </message>
    <message>
        <source>Pictures need labels: save both in one archive (npz) under MedMNIST&apos;s names.</source>
        <translation>Bilder brauchen Beschriftungen: Speichern Sie beide in einem Archiv (npz) unter den Namen von MedMNIST.</translation>
    </message>
    <message>
        <source>Put the file with the pictures into the same folder.</source>
        <translation>Legen Sie die Datei mit den Bildern in denselben Ordner.</translation>
    </message>
    <message>
        <source>Name the folder that has a folder of pictures for each class.</source>
        <translation>Nennen Sie den Ordner, der für jede Klasse einen Ordner mit Bildern enthält.</translation>
    </message>
    <message>
        <source>Rename the files so that pictures and labels of a split can be told.</source>
        <translation>Benennen Sie die Dateien so um, dass Bilder und Beschriftungen eines Teils zu erkennen sind.</translation>
    </message>
    <message>
        <source>Name the folder of the one that you mean.</source>
        <translation>Nennen Sie den Ordner dessen, den Sie meinen.</translation>
    </message>
    <message>
        <source>Name the file of the one that you mean.</source>
        <translation>Nennen Sie die Datei dessen, den Sie meinen.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Close other programs, or take a smaller set of pictures.</source>
        <translation>Schließen Sie andere Programme, oder nehmen Sie einen kleineren Satz von Bildern.</translation>
    </message>
    <message>
        <source>Use a set with more pictures.</source>
        <translation>Nehmen Sie einen Satz mit mehr Bildern.</translation>
    </message>
    <message>
        <source>Name the folder that has the training pictures too.</source>
        <translation>Nennen Sie den Ordner, der auch die Bilder zum Trainieren enthält.</translation>
    </message>
    <message>
        <source>Use larger pictures.</source>
        <translation>Nehmen Sie größere Bilder.</translation>
    </message>
    <message>
        <source>Leave the side out for the usual one.</source>
        <translation>Lassen Sie die Seite für die übliche weg.</translation>
    </message>
    <message>
        <source>Sort the pictures into one folder for each class.</source>
        <translation>Ordnen Sie die Bilder in einen Ordner je Klasse.</translation>
    </message>
    <message>
        <source>Leave the labels out for the set&apos;s first.</source>
        <translation>Lassen Sie die Beschriftungen weg, um die ersten des Satzes zu nehmen.</translation>
    </message>
    <message>
        <source>Take more training pictures, or make another task of them.</source>
        <translation>Nehmen Sie mehr Bilder zum Trainieren, oder machen Sie eine andere Aufgabe daraus.</translation>
    </message>
    <message>
        <source>Leave the tones out for all eight.</source>
        <translation>Lassen Sie die Töne für alle acht weg.</translation>
    </message>
    <message>
        <source>Give every task a name.</source>
        <translation>Geben Sie jeder Aufgabe einen Namen.</translation>
    </message>
    <message>
        <source>Save the pictures with 1 or 3 channels.</source>
        <translation>Speichern Sie die Bilder mit 1 oder 3 Kanälen.</translation>
    </message>
    <message>
        <source>Leave the noise out for the usual one.</source>
        <translation>Lassen Sie das Rauschen für das übliche weg.</translation>
    </message>
    <message>
        <source>Leave the code out for 24 numbers.</source>
        <translation>Lassen Sie den Code für 24 Zahlen weg.</translation>
    </message>
    <message>
        <source>These are the tasks of the built-in benchmark.</source>
        <translation>Das sind die Aufgaben des eingebauten Benchmarks.</translation>
    </message>
    <message>
        <source>Say when the run ends.</source>
        <translation>Sagen Sie, wann der Lauf endet.</translation>
    </message>
    <message>
        <source>Give a file with proxies with --proxies.</source>
        <translation>Geben Sie mit --proxies eine Datei mit Proxys an.</translation>
    </message>
    <message>
        <source>Give a file with proxies with --proxies, or take the method rea.</source>
        <translation>Geben Sie mit --proxies eine Datei mit Proxys an, oder nehmen Sie die Methode rea.</translation>
    </message>
    <message>
        <source>The record was made by another version of the program, or its table has changed.</source>
        <translation>Die Aufzeichnung stammt von einer anderen Version des Programms, oder ihre Tabelle hat sich geändert.</translation>
    </message>
    <message>
        <source>The first line names the columns: index,architecture,cifar10_valid_acc,…</source>
        <translation>Die erste Zeile nennt die Spalten: index,architecture,cifar10_valid_acc,…</translation>
    </message>
    <message>
        <source>Remove one of the two lines.</source>
        <translation>Entfernen Sie eine der beiden Zeilen.</translation>
    </message>
    <message>
        <source>Write numbers with a decimal point.</source>
        <translation>Schreiben Sie Zahlen mit Dezimalpunkt.</translation>
    </message>
    <message>
        <source>Look at it with `ktnas replay`.</source>
        <translation>Sehen Sie sie mit `ktnas replay` an.</translation>
    </message>
    <message>
        <source>Open it in the studio.</source>
        <translation>Öffnen Sie ihn im Studio.</translation>
    </message>
    <message>
        <source>This format is opened by a later version; export it to CSV to open it now.</source>
        <translation>Dieses Format öffnet eine spätere Version; exportieren Sie es als CSV, um es jetzt zu öffnen.</translation>
    </message>
    <message>
        <source>Rename or remove one of them.</source>
        <translation>Benennen Sie eine davon um oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>The file ends inside this line, so it was cut off: fetch it again.</source>
        <translation>Die Datei endet mitten in dieser Zeile, sie wurde also abgeschnitten: Holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Choose the proxy file that belongs to this table.</source>
        <translation>Wählen Sie die Proxy-Datei, die zu dieser Tabelle gehört.</translation>
    </message>
    <message>
        <source>The split is one of train, valid and test.</source>
        <translation>Der Teil ist train, valid oder test.</translation>
    </message>
    <message>
        <source>Run `git lfs pull` in its folder to fetch the data.</source>
        <translation>Führen Sie in ihrem Ordner `git lfs pull` aus, um die Daten zu holen.</translation>
    </message>
    <message>
        <source>Open the download link in a browser, see what the page says, and fetch the file again.</source>
        <translation>Öffnen Sie den Link im Browser, sehen Sie nach, was die Seite sagt, und holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The download probably failed: fetch it again.</source>
        <translation>Das Herunterladen ist wohl misslungen: Holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The pictures at that place are others than when the table was made.</source>
        <translation>Die Bilder an diesem Ort sind andere als beim Bau der Tabelle.</translation>
    </message>
    <message>
        <source>Open this table, wherever it is now; what was opened here then follows by itself.</source>
        <translation>Öffnen Sie diese Tabelle, wo sie jetzt auch liegt; was hier geöffnet wurde, folgt dann von selbst.</translation>
    </message>
    <message>
        <source>Choose a CSV table whose header begins with index,architecture, or a file that KTNAS Studio saved.</source>
        <translation>Wählen Sie eine CSV-Tabelle, deren Kopfzeile mit index,architecture beginnt, oder eine Datei, die KTNAS Studio gespeichert hat.</translation>
    </message>
    <message>
        <source>Open a benchmark table first, then start a search.</source>
        <translation>Öffnen Sie zuerst eine Benchmark-Tabelle und starten Sie dann eine Suche.</translation>
    </message>
    <message>
        <source>Tick a task in the list on the left.</source>
        <translation>Kreuzen Sie links in der Liste eine Aufgabe an.</translation>
    </message>
    <message>
        <source>Start a search first, then fork it.</source>
        <translation>Starten Sie zuerst eine Suche, dann lässt sie sich abzweigen.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>rank %1 of %2</source>
        <translation>Rang %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a count and its whole</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>ends of a range</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>etwa %1 h</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>etwa %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>rank not known yet</source>
        <translation>Rang noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Usage: ktnas-studio [FILE]… [OPTIONS]
See and steer multi-task architecture search.

FILE is a benchmark table (CSV), a record or a workspace (.ktnas); an image data set (a folder or
a file); a plan (JSON) of a benchmark to be made, or its results so far (.kts).

  --workspace NAME   explore, search, transfer, disorder, pictures or make
  --theme NAME       light or dark
  --language CODE    en or de
  --size WxH         size of the window, such as 1280x800
  --run &quot;OPTIONS&quot;    start a search with the options of ktnas search, such as
                     &quot;--tasks cifar10,cifar100 --method ktnas --seed 1 --evaluations 150&quot;
  --select CELL      look at this cell: its index or its text
  --pair A,B         compare these two tasks: source,target
  --cursor PLACE     an event&apos;s number, or generation:N
  --grab OUT.png     save a picture of the window when nothing is busy, and quit
  --help, --version
</source>
        <translation>Aufruf: ktnas-studio [DATEI]… [OPTIONEN]
Architektursuche für mehrere Aufgaben sehen und steuern.

DATEI ist eine Benchmark-Tabelle (CSV), eine Aufzeichnung oder ein Arbeitsbereich (.ktnas); eine
Bildersammlung (ein Ordner oder eine Datei); ein Plan (JSON) eines Benchmarks oder dessen bisherige
Ergebnisse (.kts).

  --workspace NAME   explore, search, transfer, disorder, pictures oder make
  --theme NAME       light oder dark
  --language CODE    en oder de
  --size BxH         Größe des Fensters, etwa 1280x800
  --run &quot;OPTIONEN&quot;   eine Suche mit den Optionen von ktnas search starten, etwa
                     &quot;--tasks cifar10,cifar100 --method ktnas --seed 1 --evaluations 150&quot;
  --select ZELLE     diese Zelle ansehen: ihr Index oder ihr Text
  --pair A,B         diese zwei Aufgaben vergleichen: Quelle,Ziel
  --cursor ORT       Nummer eines Ereignisses oder generation:N
  --grab BILD.png    ein Bild des Fensters speichern, wenn nichts mehr rechnet, und beenden
  --help, --version
</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Parents</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>How many cells each task keeps as parents, and how many it draws at random to begin with. Fewer parents make the search greedier; more make it slower but harder to trap. The paper keeps 10 on tables and 20 in the DARTS-like space.</source>
        <translation>Wie viele Zellen jede Aufgabe als Eltern behält und wie viele sie zu Anfang zufällig zieht. Weniger Eltern machen die Suche gieriger; mehr machen sie langsamer, aber sie bleibt seltener stecken. Der Aufsatz behält 10 auf Tabellen und 20 im DARTS-ähnlichen Raum.</translation>
    </message>
    <message>
        <source>Tournament size</source>
        <translation>Turniergröße</translation>
    </message>
    <message>
        <source>A parent is the best of this many different cells drawn from the parents. At 1 every parent is equally likely; at K only the best one has children.</source>
        <translation>Ein Elternteil ist die beste von so vielen verschiedenen Zellen, die aus den Eltern gezogen werden. Bei 1 ist jeder Elternteil gleich wahrscheinlich; bei K hat nur der beste Kinder.</translation>
    </message>
    <message>
        <source>Choice of mutant</source>
        <translation>Wahl des Mutanten</translation>
    </message>
    <message>
        <source>the neighbour with the best proxy</source>
        <translation>der Nachbar mit dem besten Proxy</translation>
    </message>
    <message>
        <source>the best proxy among j drawn neighbours</source>
        <translation>der beste Proxy unter j gezogenen Nachbarn</translation>
    </message>
    <message>
        <source>any neighbour</source>
        <translation>irgendein Nachbar</translation>
    </message>
    <message>
        <source>A child differs from its parent in one operation and is new to the task; this decides which of those neighbours it is. A zero-cost proxy such as synflow is computed without training, so choosing by it costs no evaluation. On NAS-Bench-201 it saves more than half of the evaluations; without a proxy in the table only &quot;random&quot; is possible, and it is the default there.</source>
        <translation>Ein Kind unterscheidet sich von seinem Elternteil in einer Operation und ist für die Aufgabe neu; dies entscheidet, welcher dieser Nachbarn es wird. Ein Zero-Cost-Proxy wie synflow wird ohne Training berechnet, die Wahl nach ihm kostet also keine Auswertung. Auf NAS-Bench-201 spart das mehr als die Hälfte der Auswertungen; ohne Proxy in der Tabelle ist nur „random“ möglich und dort voreingestellt.</translation>
    </message>
    <message>
        <source>Drawn neighbours</source>
        <translation>Gezogene Nachbarn</translation>
    </message>
    <message>
        <source>With the choice &quot;best of j&quot;: how many new neighbours are drawn before the one with the best proxy is taken. At 1 the proxy has no say; as it grows the choice approaches &quot;best proxy&quot;.</source>
        <translation>Bei der Wahl „best of j“: wie viele neue Nachbarn gezogen werden, bevor der mit dem besten Proxy genommen wird. Bei 1 hat der Proxy nichts zu sagen; je größer die Zahl, desto näher kommt die Wahl an „best proxy“.</translation>
    </message>
    <message>
        <source>Zero-cost proxy</source>
        <translation>Zero-Cost-Proxy</translation>
    </message>
    <message>
        <source>The proxy of the table that ranks mutants and, where a method asks for it, migrants. Empty takes synflow, or else the table&apos;s first proxy. Each task uses its own column; CIFAR-100 uses CIFAR-10&apos;s, as published.</source>
        <translation>Der Proxy der Tabelle, der Mutanten und, wo eine Methode es verlangt, Migranten ordnet. Leer bedeutet synflow, sonst den ersten Proxy der Tabelle. Jede Aufgabe benutzt ihre eigene Spalte; CIFAR-100 benutzt wie veröffentlicht die von CIFAR-10.</translation>
    </message>
    <message>
        <source>Migrants</source>
        <translation>Migranten</translation>
    </message>
    <message>
        <source>How many cells of other tasks are transferred to a task in one generation, if any. Each is evaluated on the task and has a child there. More migrants leave less room for the task&apos;s own search.</source>
        <translation>Wie viele Zellen anderer Aufgaben in einer Generation auf eine Aufgabe übertragen werden, wenn überhaupt. Jede wird auf der Aufgabe ausgewertet und hat dort ein Kind. Mehr Migranten lassen weniger Raum für die eigene Suche der Aufgabe.</translation>
    </message>
    <message>
        <source>Offspring</source>
        <translation>Nachkommen</translation>
    </message>
    <message>
        <source>How many children a task has in one generation. Fewer children a generation mean that the next ones already profit from them, so the search needs fewer evaluations: compare methods only at equal numbers.</source>
        <translation>Wie viele Kinder eine Aufgabe in einer Generation hat. Bei weniger Kindern je Generation nützen sie schon den nächsten, und die Suche braucht weniger Auswertungen: Vergleichen Sie Methoden nur bei gleichen Zahlen.</translation>
    </message>
    <message>
        <source>Who migrates</source>
        <translation>Wer wandert</translation>
    </message>
    <message>
        <source>the best by transfer rank (KTNAS)</source>
        <translation>die besten nach Transferrang (KTNAS)</translation>
    </message>
    <message>
        <source>cells drawn by lot, every generation</source>
        <translation>ausgeloste Zellen, in jeder Generation</translation>
    </message>
    <message>
        <source>cells drawn by lot, as often as rank transfers</source>
        <translation>ausgeloste Zellen, so oft wie beim Transferrang</translation>
    </message>
    <message>
        <source>the best of the source tasks</source>
        <translation>die besten der Quellaufgaben</translation>
    </message>
    <message>
        <source>the best by the target&apos;s proxy</source>
        <translation>die besten nach dem Proxy des Ziels</translation>
    </message>
    <message>
        <source>cells that truly do well on the target</source>
        <translation>Zellen, die auf dem Ziel wirklich gut sind</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>The paper&apos;s method is &quot;rank&quot;: migrants of the past vote for similar candidates. All others are controls to compare it with. The oracle looks at the target&apos;s values before it pays for them and shows how much a perfect choice could gain.</source>
        <translation>Die Methode des Aufsatzes ist „rank“: Migranten der Vergangenheit stimmen für ähnliche Kandidaten. Alle anderen sind Kontrollen zum Vergleich. Das Orakel sieht die Werte des Ziels, bevor es für sie bezahlt, und zeigt, wie viel eine vollkommene Wahl bringen könnte.</translation>
    </message>
    <message>
        <source>No good candidate</source>
        <translation>Kein guter Kandidat</translation>
    </message>
    <message>
        <source>transfer nobody</source>
        <translation>niemanden übertragen</translation>
    </message>
    <message>
        <source>transfer the best all the same</source>
        <translation>trotzdem die besten übertragen</translation>
    </message>
    <message>
        <source>transfer cells drawn by lot</source>
        <translation>ausgeloste Zellen übertragen</translation>
    </message>
    <message>
        <source>What happens when no candidate has a positive transfer rank. Skipping is most of what makes transfer rank better than random transfer: it stops transferring when transfers do not help.</source>
        <translation>Was geschieht, wenn kein Kandidat einen positiven Transferrang hat. Dass dann ausgesetzt wird, macht den größten Teil des Vorsprungs vor zufälligem Transfer aus: Wo Transfer nicht hilft, hört er auf.</translation>
    </message>
    <message>
        <source>Similarity of cells</source>
        <translation>Ähnlichkeit der Zellen</translation>
    </message>
    <message>
        <source>shared operations</source>
        <translation>gemeinsame Operationen</translation>
    </message>
    <message>
        <source>shared paths from input to output</source>
        <translation>gemeinsame Pfade vom Eingang zum Ausgang</translation>
    </message>
    <message>
        <source>shared neighbourhoods in the graph (Weisfeiler-Lehman)</source>
        <translation>gemeinsame Nachbarschaften im Graphen (Weisfeiler-Lehman)</translation>
    </message>
    <message>
        <source>vectors learned from random walks</source>
        <translation>aus Zufallswegen gelernte Vektoren</translation>
    </message>
    <message>
        <source>random vectors (control)</source>
        <translation>zufällige Vektoren (Kontrolle)</translation>
    </message>
    <message>
        <source>random numbers, new for each vote (control)</source>
        <translation>Zufallszahlen, für jede Stimme neu (Kontrolle)</translation>
    </message>
    <message>
        <source>Each migrant of the past votes for the candidate whose vector has the largest cosine with its own. On the published tables the choice hardly matters, which the two controls show.</source>
        <translation>Jeder Migrant der Vergangenheit stimmt für den Kandidaten, dessen Vektor mit dem eigenen den größten Kosinus hat. Auf den veröffentlichten Tabellen spielt die Wahl kaum eine Rolle, wie die beiden Kontrollen zeigen.</translation>
    </message>
    <message>
        <source>Memory for failures</source>
        <translation>Gedächtnis für Misserfolge</translation>
    </message>
    <message>
        <source>generations</source>
        <translation>Generationen</translation>
    </message>
    <message>
        <source>Negative migrants vote for this many generations and are then forgotten; positive ones stay. A generation without transfer counts as one. When the history is empty again, migrants are drawn by lot.</source>
        <translation>Negative Migranten stimmen so viele Generationen lang ab und werden dann vergessen; positive bleiben. Eine Generation ohne Transfer zählt als eine. Ist das Gedächtnis wieder leer, werden Migranten ausgelost.</translation>
    </message>
    <message>
        <source>Elite share</source>
        <translation>Anteil der Elite</translation>
    </message>
    <message>
        <source>A migrant becomes positive if one of its children is among this share of the new parents, at least among the first. A small share makes labels strict; at 1 every child that survives makes its parent positive.</source>
        <translation>Ein Migrant wird positiv, wenn eines seiner Kinder zu diesem Anteil der neuen Eltern gehört, mindestens aber das beste ist. Ein kleiner Anteil macht das Urteil streng; bei 1 macht jedes überlebende Kind seinen Elternteil positiv.</translation>
    </message>
    <message>
        <source>Survival</source>
        <translation>Überleben</translation>
    </message>
    <message>
        <source>the best stay</source>
        <translation>die besten bleiben</translation>
    </message>
    <message>
        <source>the youngest stay</source>
        <translation>die jüngsten bleiben</translation>
    </message>
    <message>
        <source>Who are the next parents among parents, offspring and migrants. Regularised evolution lets cells age; the paper takes the best. The difference is larger than that between methods: never compare across it.</source>
        <translation>Wer unter Eltern, Nachkommen und Migranten die nächsten Eltern stellt. Regularisierte Evolution lässt Zellen altern; der Aufsatz nimmt die besten. Der Unterschied ist größer als der zwischen Methoden: Vergleichen Sie nie über ihn hinweg.</translation>
    </message>
    <message>
        <source>What tasks see of each other</source>
        <translation>Was Aufgaben voneinander sehen</translation>
    </message>
    <message>
        <source>parents of the generation&apos;s beginning</source>
        <translation>Eltern vom Beginn der Generation</translation>
    </message>
    <message>
        <source>parents as they are now</source>
        <translation>Eltern, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Tasks take their turns one after the other. With a snapshot their order does not matter; sequentially a later task already sees what an earlier one found.</source>
        <translation>Die Aufgaben sind nacheinander an der Reihe. Mit „snapshot“ spielt ihre Reihenfolge keine Rolle; der Reihe nach sieht eine spätere Aufgabe schon, was eine frühere gefunden hat.</translation>
    </message>
    <message>
        <source>Who has children</source>
        <translation>Wer Kinder hat</translation>
    </message>
    <message>
        <source>each migrant once, then tournaments among parents</source>
        <translation>jeder Migrant einmal, dann Turniere unter den Eltern</translation>
    </message>
    <message>
        <source>tournaments among parents and migrants</source>
        <translation>Turniere unter Eltern und Migranten</translation>
    </message>
    <message>
        <source>only migrants, where there are any</source>
        <translation>nur Migranten, wo es welche gibt</translation>
    </message>
    <message>
        <source>How the parents of the offspring are found in a generation with migrants. The last choice is what the released program meant to do.</source>
        <translation>Wie in einer Generation mit Migranten die Eltern der Nachkommen gefunden werden. Die letzte Wahl ist, was das veröffentlichte Programm tun wollte.</translation>
    </message>
    <message>
        <source>Who may migrate</source>
        <translation>Wer wandern darf</translation>
    </message>
    <message>
        <source>all parents of the source tasks</source>
        <translation>alle Eltern der Quellaufgaben</translation>
    </message>
    <message>
        <source>only cells new to the target</source>
        <translation>nur Zellen, die dem Ziel neu sind</translation>
    </message>
    <message>
        <source>A cell that was already evaluated on the target costs nothing when it migrates again, and has another child there.</source>
        <translation>Eine Zelle, die auf dem Ziel schon ausgewertet wurde, kostet nichts, wenn sie noch einmal wandert, und hat dort noch ein Kind.</translation>
    </message>
    <message>
        <source>Cost of migrants</source>
        <translation>Kosten der Migranten</translation>
    </message>
    <message>
        <source>an evaluation each</source>
        <translation>je eine Auswertung</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>Whether the evaluation of a migrant on the target counts. The paper evaluates migrants; free ones show what it would gain if it did not have to.</source>
        <translation>Ob die Auswertung eines Migranten auf dem Ziel zählt. Der Aufsatz wertet Migranten aus; freie zeigen, was er gewänne, wenn er es nicht müsste.</translation>
    </message>
    <message>
        <source>Repeated evaluations</source>
        <translation>Wiederholte Auswertungen</translation>
    </message>
    <message>
        <source>counted once</source>
        <translation>einmal gezählt</translation>
    </message>
    <message>
        <source>counted each time</source>
        <translation>jedes Mal gezählt</translation>
    </message>
    <message>
        <source>Whether a cell that comes again on the same task, as a migrant, is counted again. Its value is known either way.</source>
        <translation>Ob eine Zelle, die auf derselben Aufgabe als Migrant wiederkommt, noch einmal zählt. Ihr Wert ist so oder so bekannt.</translation>
    </message>
    <message>
        <source>Whose success counts</source>
        <translation>Wessen Erfolg zählt</translation>
    </message>
    <message>
        <source>a child of the migrant</source>
        <translation>ein Kind des Migranten</translation>
    </message>
    <message>
        <source>the migrant itself</source>
        <translation>der Migrant selbst</translation>
    </message>
    <message>
        <source>either</source>
        <translation>eines von beiden</translation>
    </message>
    <message>
        <source>Who must be among the elite for a migrant to become positive. The paper looks at children, its released program at the migrant.</source>
        <translation>Wer zur Elite gehören muss, damit ein Migrant positiv wird. Der Aufsatz schaut auf die Kinder, sein veröffentlichtes Programm auf den Migranten.</translation>
    </message>
    <message>
        <source>Elite of what</source>
        <translation>Elite wovon</translation>
    </message>
    <message>
        <source>the next parents</source>
        <translation>der nächsten Eltern</translation>
    </message>
    <message>
        <source>all before selection</source>
        <translation>aller vor der Auslese</translation>
    </message>
    <message>
        <source>The elite share is taken of the next parents, or of parents, offspring and migrants together, which is twice as many.</source>
        <translation>Der Anteil der Elite wird von den nächsten Eltern genommen oder von Eltern, Nachkommen und Migranten zusammen, was doppelt so viele sind.</translation>
    </message>
    <message>
        <source>Migrants without children</source>
        <translation>Migranten ohne Kinder</translation>
    </message>
    <message>
        <source>become negative</source>
        <translation>werden negativ</translation>
    </message>
    <message>
        <source>are left out of the history</source>
        <translation>bleiben aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>With fewer offspring than migrants, or with merged mating, some migrants have no child to be judged by.</source>
        <translation>Bei weniger Nachkommen als Migranten oder gemischter Paarung haben manche Migranten kein Kind, nach dem sie beurteilt werden könnten.</translation>
    </message>
    <message>
        <source>Memory for successes</source>
        <translation>Gedächtnis für Erfolge</translation>
    </message>
    <message>
        <source>for ever, each cell once</source>
        <translation>für immer, jede Zelle einmal</translation>
    </message>
    <message>
        <source>for ever, each success</source>
        <translation>für immer, jeder Erfolg</translation>
    </message>
    <message>
        <source>one generation</source>
        <translation>eine Generation</translation>
    </message>
    <message>
        <source>How long positive migrants vote, and whether a cell that succeeded twice has two votes. The paper keeps them for ever, its released program for one generation.</source>
        <translation>Wie lange positive Migranten abstimmen und ob eine Zelle mit zwei Erfolgen zwei Stimmen hat. Der Aufsatz behält sie für immer, sein veröffentlichtes Programm eine Generation lang.</translation>
    </message>
    <message>
        <source>Empty history</source>
        <translation>Leeres Gedächtnis</translation>
    </message>
    <message>
        <source>transfer the last ones again</source>
        <translation>die letzten noch einmal übertragen</translation>
    </message>
    <message>
        <source>What happens when nobody can vote: at the beginning, and when all failures are forgotten. With &quot;none&quot; the history never fills, so there is no transfer at all.</source>
        <translation>Was geschieht, wenn niemand abstimmen kann: am Anfang und wenn alle Misserfolge vergessen sind. Mit „none“ füllt sich das Gedächtnis nie, es gibt also gar keinen Transfer.</translation>
    </message>
    <message>
        <source>Equals at the cut</source>
        <translation>Gleiche an der Grenze</translation>
    </message>
    <message>
        <source>by lot</source>
        <translation>durch das Los</translation>
    </message>
    <message>
        <source>the better on its source</source>
        <translation>der bessere auf seiner Quelle</translation>
    </message>
    <message>
        <source>the better proxy on the target</source>
        <translation>der bessere Proxy auf dem Ziel</translation>
    </message>
    <message>
        <source>Candidates of equal transfer rank of which only some fit among the n. The paper draws them by lot.</source>
        <translation>Kandidaten mit gleichem Transferrang, von denen nur einige unter die n passen. Der Aufsatz lost sie aus.</translation>
    </message>
    <message>
        <source>Negative similarities</source>
        <translation>Negative Ähnlichkeiten</translation>
    </message>
    <message>
        <source>compared as they are</source>
        <translation>verglichen, wie sie sind</translation>
    </message>
    <message>
        <source>set to 0</source>
        <translation>auf 0 gesetzt</translation>
    </message>
    <message>
        <source>moved to 0 to 1</source>
        <translation>nach 0 bis 1 verschoben</translation>
    </message>
    <message>
        <source>The paper says that similarities lie between 0 and 1, which a cosine does not promise. Only clipping can change a vote, by making all negative ones equal.</source>
        <translation>Der Aufsatz sagt, dass Ähnlichkeiten zwischen 0 und 1 liegen, was ein Kosinus nicht verspricht. Nur das Abschneiden kann eine Stimme ändern, weil es alle negativen gleich macht.</translation>
    </message>
    <message>
        <source>Coin&apos;s rate</source>
        <translation>Rate der Münze</translation>
    </message>
    <message>
        <source>With &quot;coin&quot;: the share of generations with a transfer after the first. The default is the rate at which transfer rank transferred on NAS-Bench-201.</source>
        <translation>Mit „coin“: der Anteil der Generationen mit Transfer nach der ersten. Voreingestellt ist die Rate, mit der der Transferrang auf NAS-Bench-201 übertragen hat.</translation>
    </message>
    <message>
        <source>Random search</source>
        <translation>Zufallssuche</translation>
    </message>
    <message>
        <source>Draws cells at random, none twice. Whatever cannot beat it does not search. The K best so far are shown as its population.</source>
        <translation>Zieht Zellen zufällig, keine zweimal. Was sie nicht schlägt, sucht nicht. Die K besten bisher werden als ihre Population gezeigt.</translation>
    </message>
    <message>
        <source>Regularised evolution</source>
        <translation>Regularisierte Evolution</translation>
    </message>
    <message>
        <source>Takes the best of a few drawn parents, changes one operation, and lets the oldest parent go, each task for itself. Real et al., &quot;Regularized evolution for image classifier architecture search&quot;, AAAI 2019; settings of the paper.</source>
        <translation>Nimmt die beste von wenigen gezogenen Eltern, ändert eine Operation und lässt den ältesten Elternteil gehen, jede Aufgabe für sich. Real et al., „Regularized evolution for image classifier architecture search“, AAAI 2019; Einstellungen des Aufsatzes.</translation>
    </message>
    <message>
        <source>Regularised evolution with a proxy</source>
        <translation>Regularisierte Evolution mit Proxy</translation>
    </message>
    <message>
        <source>Regularised evolution whose children are the neighbours with the best zero-cost proxy: the paper&apos;s row &quot;Zero&quot;. Abdelfattah et al., &quot;Zero-cost proxies for lightweight NAS&quot;, ICLR 2021. Needs a table with proxies.</source>
        <translation>Regularisierte Evolution, deren Kinder die Nachbarn mit dem besten Zero-Cost-Proxy sind: die Zeile „Zero“ des Aufsatzes. Abdelfattah et al., „Zero-cost proxies for lightweight NAS“, ICLR 2021. Braucht eine Tabelle mit Proxys.</translation>
    </message>
    <message>
        <source>EMT-NAS</source>
        <translation>EMT-NAS</translation>
    </message>
    <message>
        <source>Parents of all tasks mate with each other: pairs are drawn by fitness, cross with a set probability where their tasks differ, and their children may change sides. Liao et al., &quot;EMT-NAS: transferring architectural knowledge between tasks from different datasets&quot;, CVPR 2023; here with one-operation mutation.</source>
        <translation>Die Eltern aller Aufgaben paaren sich untereinander: Paare werden nach Güte gezogen, kreuzen sich bei verschiedenen Aufgaben mit einer festen Wahrscheinlichkeit, und ihre Kinder können die Seite wechseln. Liao et al., „EMT-NAS: transferring architectural knowledge between tasks from different datasets“, CVPR 2023; hier mit Mutation einer Operation.</translation>
    </message>
    <message>
        <source>Random mating probability</source>
        <translation>Wahrscheinlichkeit der Kreuzung</translation>
    </message>
    <message>
        <source>How often parents of different tasks cross instead of having a mutant each. At 0 knowledge moves only when a mutant changes sides; at 1 all pairs cross.</source>
        <translation>Wie oft sich Eltern verschiedener Aufgaben kreuzen, statt je einen Mutanten zu haben. Bei 0 wandert Wissen nur, wenn ein Mutant die Seite wechselt; bei 1 kreuzen sich alle Paare.</translation>
    </message>
    <message>
        <source>MT-NAS</source>
        <translation>MT-NAS</translation>
    </message>
    <message>
        <source>In each turn a task either evolves by itself or looks around a cell that was once the best of another task; which of the two adapts to what brought improvements lately. Zhou et al., IEEE TEVC 28(3), 2024, as their program for NAS-Bench-201 does it.</source>
        <translation>Ist eine Aufgabe an der Reihe, entwickelt sie sich entweder allein weiter oder sieht sich um eine Zelle herum um, die einmal die beste einer anderen Aufgabe war; welches von beiden, richtet sich danach, was zuletzt Verbesserungen brachte. Zhou et al., IEEE TEVC 28(3), 2024, wie ihr Programm für NAS-Bench-201 es tut.</translation>
    </message>
    <message>
        <source>Evaluations a turn</source>
        <translation>Auswertungen je Zug</translation>
    </message>
    <message>
        <source>How many cells a task evaluates before the next task has its turn. With fewer, tasks hear of each other sooner, and choices between searching alone and transferring are made more often.</source>
        <translation>Wie viele Zellen eine Aufgabe auswertet, bevor die nächste an der Reihe ist. Mit weniger hören Aufgaben früher voneinander, und zwischen eigener Suche und Transfer wird öfter gewählt.</translation>
    </message>
    <message>
        <source>Choice of transfers</source>
        <translation>Wahl der Transfers</translation>
    </message>
    <message>
        <source>the best proxy on the target</source>
        <translation>der beste Proxy auf dem Ziel</translation>
    </message>
    <message>
        <source>How a transfer picks a cell of the others and then its neighbours. The authors use synflow; without a proxy in the table only &quot;random&quot; is possible, and it is the default there.</source>
        <translation>Wie ein Transfer eine Zelle der anderen und dann ihre Nachbarn wählt. Die Autoren benutzen synflow; ohne Proxy in der Tabelle ist nur „random“ möglich und dort voreingestellt.</translation>
    </message>
    <message>
        <source>KTNAS</source>
        <translation>KTNAS</translation>
    </message>
    <message>
        <source>Each task takes migrants from the others&apos; parents. Migrants of the past, labelled by the success of their children, vote for the candidates that resemble them; the sum of the votes is the transfer rank. Zhang, Liu, Xiao and Chen, &quot;Architecture transferability quantifying for multi-task neural architecture search&quot;, IEEE TETCI 10(2), 2026. Open points of the paper are settings.</source>
        <translation>Jede Aufgabe nimmt Migranten aus den Eltern der anderen. Migranten der Vergangenheit, beurteilt nach dem Erfolg ihrer Kinder, stimmen für die Kandidaten, die ihnen ähneln; die Summe der Stimmen ist der Transferrang. Zhang, Liu, Xiao und Chen, „Architecture transferability quantifying for multi-task neural architecture search“, IEEE TETCI 10(2), 2026. Offene Punkte des Aufsatzes sind Einstellungen.</translation>
    </message>
</context>
<context>
    <name>StudioCommands</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Den Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>Workspaces (*.ktnas)</source>
        <translation>Arbeitsbereiche (*.ktnas)</translation>
    </message>
    <message>
        <source>Open benchmark…</source>
        <translation>Benchmark öffnen…</translation>
    </message>
    <message>
        <source>Open a benchmark table (CSV)</source>
        <translation>Eine Benchmark-Tabelle (CSV) öffnen</translation>
    </message>
    <message>
        <source>Open a benchmark</source>
        <translation>Einen Benchmark öffnen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open workspace or record…</source>
        <translation>Arbeitsbereich oder Aufzeichnung öffnen…</translation>
    </message>
    <message>
        <source>Open what was saved here or by the command line</source>
        <translation>Öffnen, was hier oder von der Befehlszeile gespeichert wurde</translation>
    </message>
    <message>
        <source>Open a workspace or a record</source>
        <translation>Einen Arbeitsbereich oder eine Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Workspaces and records (*.ktnas *.ktr *.ktrec)</source>
        <translation>Arbeitsbereiche und Aufzeichnungen (*.ktnas *.ktr *.ktrec)</translation>
    </message>
    <message>
        <source>Save workspace</source>
        <translation>Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>Save tables&apos; places, runs, settings and layout in one file</source>
        <translation>Orte der Tabellen, Läufe, Einstellungen und Anordnung in einer Datei speichern</translation>
    </message>
    <message>
        <source>Save workspace as…</source>
        <translation>Arbeitsbereich speichern unter…</translation>
    </message>
    <message>
        <source>Save the workspace in another file</source>
        <translation>Den Arbeitsbereich in einer anderen Datei speichern</translation>
    </message>
    <message>
        <source>Export record…</source>
        <translation>Aufzeichnung exportieren…</translation>
    </message>
    <message>
        <source>Save this run&apos;s record, which ktnas replay and ktnas fork can read</source>
        <translation>Die Aufzeichnung dieses Laufs speichern, die ktnas replay und ktnas fork lesen können</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Die Aufzeichnung exportieren</translation>
    </message>
    <message>
        <source>Records (*.ktr)</source>
        <translation>Aufzeichnungen (*.ktr)</translation>
    </message>
    <message>
        <source>Export benchmark…</source>
        <translation>Benchmark exportieren…</translation>
    </message>
    <message>
        <source>Save the benchmark as a CSV table, every value as it was read</source>
        <translation>Den Benchmark als CSV-Tabelle speichern, jeden Wert wie gelesen</translation>
    </message>
    <message>
        <source>Export the benchmark</source>
        <translation>Benchmark exportieren</translation>
    </message>
    <message>
        <source>Benchmark tables (*.csv)</source>
        <translation>Benchmark-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Close benchmark</source>
        <translation>Benchmark schließen</translation>
    </message>
    <message>
        <source>Go back to the start page</source>
        <translation>Zurück zur Startseite</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close KTNAS Studio</source>
        <translation>KTNAS Studio schließen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Take back your last edit; a search&apos;s events are not undone</source>
        <translation>Ihre letzte Änderung zurücknehmen; Ereignisse einer Suche bleiben</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Das Zurückgenommene noch einmal tun</translation>
    </message>
    <message>
        <source>Select all cells</source>
        <translation>Alle Zellen auswählen</translation>
    </message>
    <message>
        <source>Select every cell of the table</source>
        <translation>Jede Zelle der Tabelle auswählen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select no cell</source>
        <translation>Keine Zelle auswählen</translation>
    </message>
    <message>
        <source>Empty the selection</source>
        <translation>Die Auswahl leeren</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Invert the selection</source>
        <translation>Die Auswahl umkehren</translation>
    </message>
    <message>
        <source>Select what is not selected</source>
        <translation>Auswählen, was nicht ausgewählt ist</translation>
    </message>
    <message>
        <source>Invert selection</source>
        <translation>Auswahl umkehren</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Everything larger, up to 200 %</source>
        <translation>Alles größer, bis 200 %</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Everything smaller, down to 80 %</source>
        <translation>Alles kleiner, bis 80 %</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Normale Größe</translation>
    </message>
    <message>
        <source>Back to 100 %</source>
        <translation>Zurück auf 100 %</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing moves by itself; what changes is there at once</source>
        <translation>Nichts bewegt sich von selbst; was sich ändert, ist sofort da</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Show or hide this panel</source>
        <translation>Diese Leiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Tasks and settings</source>
        <translation>Aufgaben und Einstellungen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Fold the time line</source>
        <translation>Zeitleiste einklappen</translation>
    </message>
    <message>
        <source>All tasks of the time line in one row</source>
        <translation>Alle Aufgaben der Zeitleiste in einer Zeile</translation>
    </message>
    <message>
        <source>Reset the panels</source>
        <translation>Leisten zurücksetzen</translation>
    </message>
    <message>
        <source>Put this workspace&apos;s panels back where they were at first</source>
        <translation>Die Leisten dieser Ansicht dorthin zurück, wo sie zuerst waren</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm benutzen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsansicht</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Map and table of all cells</source>
        <translation>Karte und Tabelle aller Zellen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Curves, populations and diary of a run</source>
        <translation>Kurven, Populationen und Tagebuch eines Laufs</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Who migrated, who voted, and what became of it</source>
        <translation>Wer gewandert ist, wer abgestimmt hat und was daraus wurde</translation>
    </message>
    <message>
        <source>Disorder</source>
        <translation>Rangunordnung</translation>
    </message>
    <message>
        <source>Where two tasks rank the cells differently</source>
        <translation>Wo zwei Aufgaben die Zellen verschieden ordnen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Neue Suche</translation>
    </message>
    <message>
        <source>Start a search with the tasks and settings at the left</source>
        <translation>Eine Suche mit den Aufgaben und Einstellungen links starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Let the search go on, or hold it where it is</source>
        <translation>Die Suche weiterlaufen lassen oder anhalten, wo sie ist</translation>
    </message>
    <message>
        <source>Back one evaluation</source>
        <translation>Eine Auswertung zurück</translation>
    </message>
    <message>
        <source>Move the cursor to the evaluation before</source>
        <translation>Die Zeitmarke zur vorigen Auswertung bewegen</translation>
    </message>
    <message>
        <source>Forward one evaluation</source>
        <translation>Eine Auswertung vor</translation>
    </message>
    <message>
        <source>Move the cursor to the next evaluation; at the end, let the search make one</source>
        <translation>Die Zeitmarke zur nächsten Auswertung bewegen; am Ende lässt es die Suche eine machen</translation>
    </message>
    <message>
        <source>Back one generation</source>
        <translation>Eine Generation zurück</translation>
    </message>
    <message>
        <source>Move the cursor to the end of the generation before</source>
        <translation>Die Zeitmarke zum Ende der vorigen Generation bewegen</translation>
    </message>
    <message>
        <source>Forward one generation</source>
        <translation>Eine Generation vor</translation>
    </message>
    <message>
        <source>Move the cursor to the end of the next generation; at the end, let the search make one</source>
        <translation>Die Zeitmarke zum Ende der nächsten Generation bewegen; am Ende lässt es die Suche eine machen</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Move the cursor before the first event</source>
        <translation>Die Zeitmarke vor das erste Ereignis bewegen</translation>
    </message>
    <message>
        <source>Go to the newest event</source>
        <translation>Zum neuesten Ereignis</translation>
    </message>
    <message>
        <source>Move the cursor to the end and let it follow</source>
        <translation>Die Zeitmarke ans Ende bewegen und folgen lassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>End the search for good; what happened stays</source>
        <translation>Die Suche endgültig beenden; was geschehen ist, bleibt</translation>
    </message>
    <message>
        <source>Fork here</source>
        <translation>Hier abzweigen</translation>
    </message>
    <message>
        <source>A new run with this one&apos;s past up to the cursor, going on with the settings at the left</source>
        <translation>Ein neuer Lauf mit der Vergangenheit von diesem bis zur Zeitmarke, der mit den Einstellungen links weitergeht</translation>
    </message>
    <message>
        <source>Forget this run</source>
        <translation>Diesen Lauf vergessen</translation>
    </message>
    <message>
        <source>Remove the run from the list; what is not saved is gone</source>
        <translation>Den Lauf aus der Liste nehmen; was nicht gespeichert ist, ist weg</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>So geht es</translation>
    </message>
    <message>
        <source>The pages of the guide</source>
        <translation>Die Seiten der Anleitung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What each key does</source>
        <translation>Was jede Taste tut</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Explain what has the keyboard&apos;s focus</source>
        <translation>Erklären, was den Tastaturfokus hat</translation>
    </message>
    <message>
        <source>About KTNAS Studio</source>
        <translation>Über KTNAS Studio</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Find a command or a cell…</source>
        <translation>Befehl oder Zelle suchen…</translation>
    </message>
    <message>
        <source>Type the name of a command, or a cell&apos;s index or text</source>
        <translation>Den Namen eines Befehls oder Index oder Text einer Zelle eingeben</translation>
    </message>
</context>
<context>
    <name>StudioMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>B&amp;auen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>ktnas::BuildController</name>
    <message>
        <source>Counting the trainings of a plan</source>
        <translation>Trainings eines Plans zählen</translation>
    </message>
    <message>
        <source>Probing a benchmark</source>
        <translation>Probe eines Benchmarks</translation>
    </message>
    <message>
        <source>Making a benchmark</source>
        <translation>Einen Benchmark bauen</translation>
    </message>
</context>
<context>
    <name>ktnas::BuildMonitor</name>
    <message>
        <source>How the latest networks learned</source>
        <translation>Wie die letzten Netze gelernt haben</translation>
    </message>
    <message>
        <source>Learning curves appear with the first finished training</source>
        <translation>Lernkurven erscheinen mit dem ersten fertigen Training</translation>
    </message>
    <message>
        <source>value on validation pictures over the training in per cent, of at most %1 networks; better ↑; thick: the newest</source>
        <translation>Wert auf Validierungsbildern über dem Training in Prozent, von höchstens %1 Netzen; besser ↑; dick: das neueste</translation>
    </message>
    <message>
        <source>How the tasks agree</source>
        <translation>Wie die Aufgaben übereinstimmen</translation>
    </message>
    <message>
        <source>one task alone agrees with nothing</source>
        <translation>eine Aufgabe allein stimmt mit nichts überein</translation>
    </message>
    <message>
        <source>%1 networks are finished; shown from %2 on</source>
        <translation>%1 Netzen sind fertig; gezeigt ab %2</translation>
    </message>
    <message>
        <source>How the tasks agree so far</source>
        <translation>Wie die Aufgaben bisher übereinstimmen</translation>
    </message>
    <message>
        <source>Spearman ρ over the %1 networks that are finished, noise of training included</source>
        <translation>Spearman-ρ über die fertigen Netze (%1), das Rauschen des Trainings eingeschlossen</translation>
    </message>
    <message>
        <source>Nothing trains now</source>
        <translation>Gerade trainiert nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n trainings under way</source>
        <translation>
            <numerusform>%n Training läuft</numerusform>
            <numerusform>%n Trainings laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is known yet</source>
        <translation>Noch ist nichts bekannt</translation>
    </message>
    <message>
        <source>A probe trains a few networks with two seeds and tells cost and reliability.</source>
        <translation>Eine Probe trainiert einige Netze mit zwei Startwerten und sagt Kosten und Verlässlichkeit.</translation>
    </message>
    <message>
        <source>Do two seeds order the networks in the same way?</source>
        <translation>Ordnen zwei Startwerte die Netze gleich?</translation>
    </message>
    <message>
        <source>Spearman ρ with 90 % interval; few networks say little. %1</source>
        <translation>Spearman-ρ mit 90-%-Intervall; wenige Netze sagen wenig. %1</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Two seeds</source>
        <translation>Zwei Startwerte</translation>
    </message>
    <message>
        <source>No training has failed</source>
        <translation>Kein Training ist gescheitert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trainings failed</source>
        <translation>
            <numerusform>%Ln Training gescheitert</numerusform>
            <numerusform>%Ln Trainings gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>their places in the table stay empty</source>
        <translation>ihre Felder in der Tabelle bleiben leer</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Was die Liste zeigt</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>ktnas::BuildView</name>
    <message>
        <source>Pause the trainings</source>
        <translation>Training anhalten</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Train the networks of the plan, or hold; what is finished is kept</source>
        <translation>Die Netze des Plans trainieren oder anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Train a few networks, then tell what the whole will cost and how reliable it will be</source>
        <translation>Einige Netze trainieren und dann sagen, was das Ganze kostet und wie verlässlich es wird</translation>
    </message>
    <message>
        <source>Open the table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Open the table so far</source>
        <translation>Bisherige Tabelle öffnen</translation>
    </message>
    <message>
        <source>Write what is finished as a table and explore it</source>
        <translation>Was fertig ist, als Tabelle schreiben und erkunden</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Zurück zum Plan</translation>
    </message>
    <message>
        <source>End the trainings; finished ones stay in their file and count later</source>
        <translation>Die Trainings beenden; fertige bleiben in ihrer Datei und zählen später</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place, file</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>A benchmark is a table that says how well each small network does on each task. Here it is made: every network of a space is trained on tasks derived from your pictures, and the finished table opens like any other.

Probe first: it trains a few networks, from the cheapest to the most expensive, and tells what the whole will cost and whether two seeds order the networks in the same way.

Every finished training goes to a file at once. Pause, close the program or move to another machine: opening that file goes on where it was. Trainings run in processes of their own with low priority; one that fails loses only itself and is marked as failed.</source>
        <translation>Ein Benchmark ist eine Tabelle, die sagt, wie gut jedes kleine Netz jede Aufgabe löst. Hier wird er gebaut: Jedes Netz eines Raums wird auf Aufgaben trainiert, die aus Ihren Bildern gemacht sind, und die fertige Tabelle öffnet sich wie jede andere.

Zuerst eine Probe: Sie trainiert einige Netze, vom billigsten bis zum teuersten, und sagt, was das Ganze kostet und ob zwei Startwerte die Netze gleich ordnen.

Jedes fertige Training kommt sofort in eine Datei. Halten Sie an, schließen Sie das Programm oder wechseln Sie den Rechner: Wer diese Datei öffnet, macht dort weiter. Trainings laufen in eigenen Prozessen mit niedriger Priorität; eines, das scheitert, verliert nur sich selbst und ist als gescheitert vermerkt.</translation>
    </message>
</context>
<context>
    <name>ktnas::BuildWords</name>
    <message>
        <source>%1 × %2: %3</source>
        <comment>tasks, networks, trainings</comment>
        <translation>%1 × %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln networks</source>
        <translation>
            <numerusform>%Ln Netz</numerusform>
            <numerusform>%Ln Netze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trainings</source>
        <translation>
            <numerusform>%Ln Training</numerusform>
            <numerusform>%Ln Trainings</numerusform>
        </translation>
    </message>
    <message>
        <source>all %1 cells of %2 are %3 different networks</source>
        <translation>alle %1 Zellen von %2 sind %3 verschiedene Netze</translation>
    </message>
    <message>
        <source>%1 of the %2 different networks of %3, drawn by chance</source>
        <translation>%1 der %2 verschiedenen Netze von %3, zufällig gezogen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are trained with %1 seeds</source>
        <translation>
            <numerusform>%Ln davon wird mit %1 Startwerten trainiert</numerusform>
            <numerusform>%Ln davon werden mit %1 Startwerten trainiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sets of proxies</source>
        <translation>
            <numerusform>%Ln Satz Proxys</numerusform>
            <numerusform>%Ln Sätze Proxys</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one task</source>
        <translation>Wählen Sie mindestens eine Aufgabe</translation>
    </message>
    <message>
        <source>A benchmark of your own</source>
        <translation>Ein eigener Benchmark</translation>
    </message>
    <message>
        <source>Opening the results</source>
        <translation>Ergebnisse werden geöffnet</translation>
    </message>
    <message>
        <source>A few networks are trained to tell what the whole will cost</source>
        <translation>Einige Netze werden trainiert, um zu sagen, was das Ganze kostet</translation>
    </message>
    <message>
        <source>The benchmark cannot be made</source>
        <translation>Der Benchmark kann nicht gebaut werden</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln results are there</source>
        <translation>
            <numerusform>Das eine Ergebnis ist da</numerusform>
            <numerusform>Alle %Ln Ergebnisse sind da</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 results are there</source>
        <comment>a count of a whole</comment>
        <translation>%1 Ergebnissen sind da</translation>
    </message>
    <message>
        <source>%1, %2 to go</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1 of processor time so far</source>
        <translation>bisher %1 Prozessorzeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trainings failed</source>
        <translation>
            <numerusform>%Ln Training gescheitert</numerusform>
            <numerusform>%Ln Trainings gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1 Prozessorzeit</translation>
    </message>
    <message numerus="yes">
        <source>trained by %Ln workers</source>
        <translation>
            <numerusform>trainiert von %Ln Arbeiter</numerusform>
            <numerusform>trainiert von %Ln Arbeitern</numerusform>
        </translation>
    </message>
    <message>
        <source>kept in %1</source>
        <translation>aufgehoben in %1</translation>
    </message>
    <message>
        <source>No training was finished in the time of the probe, so nothing can be said yet.</source>
        <translation>In der Zeit der Probe wurde kein Training fertig; es lässt sich noch nichts sagen.</translation>
    </message>
    <message>
        <source>The whole took %1 of processor time.</source>
        <translation>Das Ganze brauchte %1 Prozessorzeit.</translation>
    </message>
    <message numerus="yes">
        <source>The whole takes %1 of processor time (%2 to %3, from %n measured trainings); what is left takes %4 with %5.</source>
        <translation>
            <numerusform>Das Ganze braucht %1 Prozessorzeit (%2 bis %3, aus %n gemessenen Training); was noch fehlt, braucht %4 mit %5.</numerusform>
            <numerusform>Das Ganze braucht %1 Prozessorzeit (%2 bis %3, aus %n gemessenen Trainings); was noch fehlt, braucht %4 mit %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln workers</source>
        <translation>
            <numerusform>%Ln Arbeiter</numerusform>
            <numerusform>%Ln Arbeitern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>estimate, interval</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>proxies on %1</source>
        <translation>Proxys auf %1</translation>
    </message>
    <message>
        <source>Worker %1: %2, cell %3, seed %4, %5</source>
        <comment>number, task, cell, seed, share</comment>
        <translation>Arbeiter %1: %2, Zelle %3, Startwert %4, %5</translation>
    </message>
    <message>
        <source>%1, cell %2, seed %3: %4</source>
        <comment>task, cell, seed, reason</comment>
        <translation>%1, Zelle %2, Startwert %3: %4</translation>
    </message>
    <message>
        <source>there was not enough memory</source>
        <translation>der Speicher reichte nicht</translation>
    </message>
    <message>
        <source>the loss is not a number any more (%1)</source>
        <translation>der Verlust ist keine Zahl mehr (%1)</translation>
    </message>
</context>
<context>
    <name>ktnas::CellGraphView</name>
    <message>
        <source>Graph of a cell</source>
        <translation>Graph einer Zelle</translation>
    </message>
    <message>
        <source>No cell selected</source>
        <translation>Keine Zelle ausgewählt</translation>
    </message>
    <message>
        <source>Graph of a cell of %1</source>
        <translation>Graph einer Zelle aus %1</translation>
    </message>
    <message>
        <source>%1, selected; all: %2</source>
        <comment>one edge, then all edges of a cell</comment>
        <translation>%1, ausgewählt; alle: %2</translation>
    </message>
    <message>
        <source>Normal cell</source>
        <translation>Normale Zelle</translation>
    </message>
    <message>
        <source>Reduction cell</source>
        <translation>Reduktionszelle</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Operation on %1</source>
        <translation>Operation auf %1</translation>
    </message>
</context>
<context>
    <name>ktnas::CellSection</name>
    <message>
        <source>Copy the cell&apos;s text</source>
        <translation>Text der Zelle kopieren</translation>
    </message>
    <message>
        <source>The cell as its benchmark writes it, to the clipboard</source>
        <translation>Die Zelle, wie ihr Benchmark sie schreibt, in die Zwischenablage</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Export the cell&apos;s graph…</source>
        <translation>Graph der Zelle exportieren…</translation>
    </message>
    <message>
        <source>The graph as SVG, PNG or Graphviz DOT</source>
        <translation>Der Graph als SVG, PNG oder Graphviz DOT</translation>
    </message>
    <message>
        <source>Export the cell&apos;s graph</source>
        <translation>Graph der Zelle exportieren</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Graphviz DOT (*.dot)</source>
        <translation>Graphviz DOT (*.dot)</translation>
    </message>
    <message>
        <source>No cell yet</source>
        <translation>Noch keine Zelle</translation>
    </message>
    <message>
        <source>Click a cell on the map, in the table or among the parents, or type its number after Ctrl K.</source>
        <translation>Klicken Sie eine Zelle auf der Karte, in der Tabelle oder unter den Eltern an, oder geben Sie nach Strg K ihre Nummer ein.</translation>
    </message>
    <message>
        <source>not in this table</source>
        <translation>nicht in dieser Tabelle</translation>
    </message>
    <message>
        <source>Copy or export the cell</source>
        <translation>Zelle kopieren oder exportieren</translation>
    </message>
    <message>
        <source>On edges</source>
        <translation>Auf Kanten</translation>
    </message>
    <message>
        <source>On nodes</source>
        <translation>Auf Knoten</translation>
    </message>
    <message>
        <source>Where operations stand in the graph</source>
        <translation>Wo im Graphen die Operationen stehen</translation>
    </message>
    <message>
        <source>Operations on edges: nodes are feature maps</source>
        <translation>Operationen auf Kanten: Knoten sind Merkmalskarten</translation>
    </message>
    <message>
        <source>Operations on nodes: as embeddings see the cell</source>
        <translation>Operationen auf Knoten: wie Einbettungen die Zelle sehen</translation>
    </message>
</context>
<context>
    <name>ktnas::CellTableModel</name>
    <message>
        <source>evaluated</source>
        <translation>ausgewertet</translation>
    </message>
    <message>
        <source>Cell %1: %2</source>
        <translation>Zelle %1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>task, the cell&apos;s rank on it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Ranks, better →</source>
        <translation>Ränge, besser →</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>M par.</source>
        <translation>Mio. Par.</translation>
    </message>
    <message>
        <source>MFLOPs</source>
        <translation>MFLOPs</translation>
    </message>
    <message>
        <source>train s</source>
        <translation>Training s</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
</context>
<context>
    <name>ktnas::CellTablePanel</name>
    <message>
        <source>%1: expected %2, found %3</source>
        <translation>%1: erwartet %2, gefunden %3</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 Zellen</translation>
    </message>
    <message>
        <source>%1 cells selected</source>
        <translation>%1 Zellen ausgewählt</translation>
    </message>
    <message>
        <source>none selected; select on the map, or filter</source>
        <translation>nichts ausgewählt; auf der Karte auswählen oder filtern</translation>
    </message>
    <message>
        <source>%1 on %2 in %3</source>
        <translation>%1 auf %2 in %3</translation>
    </message>
    <message>
        <source>they share no operation far more often than all cells do</source>
        <translation>sie teilen keine Operation viel öfter als alle Zellen</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>One row a cell; arrows move, the inspector follows</source>
        <translation>Eine Zeile je Zelle; die Pfeiltasten bewegen, der Inspektor folgt</translation>
    </message>
    <message>
        <source>Filter, e.g. 0-&gt;3 = skip</source>
        <translation>Filter, z. B. 0-&gt;3 = skip</translation>
    </message>
    <message>
        <source>Filter cells</source>
        <translation>Zellen filtern</translation>
    </message>
    <message>
        <source>Conditions joined by “and”: 0-&gt;3 = skip, rank cifar10 &lt;= 100, top 5 % cifar10, twins 9930, params_millions &lt; 0.5, not …</source>
        <translation>Mit „and“ verbundene Bedingungen: 0-&gt;3 = skip, rank cifar10 &lt;= 100, top 5 % cifar10, twins 9930, params_millions &lt; 0.5, not …</translation>
    </message>
</context>
<context>
    <name>ktnas::CellVerifier</name>
    <message>
        <source>Training a cell again</source>
        <translation>Eine Zelle noch einmal trainieren</translation>
    </message>
</context>
<context>
    <name>ktnas::CellWords</name>
    <message>
        <source>Cell %1</source>
        <translation>Zelle %1</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <extracomment>%1 is a number of millions</extracomment>
        <translation>%1 Mio. Parameter</translation>
    </message>
    <message>
        <source>%1 MFLOPs</source>
        <translation>%1 MFLOPs</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>operation on edge, as in &quot;conv 3×3 on 0→1&quot;</extracomment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation>Top-1, %</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>better ↑</source>
        <translation>besser ↑</translation>
    </message>
    <message>
        <source>better ↓</source>
        <translation>besser ↓</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n Epoche</numerusform>
            <numerusform>%n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 split</source>
        <translation>Teil: %1</translation>
    </message>
    <message>
        <source>larger is better</source>
        <translation>größer ist besser</translation>
    </message>
    <message>
        <source>smaller is better</source>
        <translation>kleiner ist besser</translation>
    </message>
    <message numerus="yes">
        <source>mean of up to %n trials</source>
        <translation>
            <numerusform>ein Versuch</numerusform>
            <numerusform>Mittel aus bis zu %n Versuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells not published</source>
        <translation>
            <numerusform>%n Zelle nicht veröffentlicht</numerusform>
            <numerusform>%n Zellen nicht veröffentlicht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::CurveChart</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Curves of %1</source>
        <comment>name of a task</comment>
        <translation>Kurven von %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a curve&apos;s value, and the place on its axis</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is drawn, its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ktnas::DepthCurve</name>
    <message>
        <source>Agreement by depth</source>
        <translation>Übereinstimmung nach Tiefe</translation>
    </message>
    <message>
        <source>all</source>
        <comment>all cells, at the end of a depth axis</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is drawn, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>what is drawn, its median, its range</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>↑ more agreement</source>
        <translation>↑ mehr Übereinstimmung</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <comment>what is drawn, its value, the depth</comment>
        <translation>%1: %2 bei %3</translation>
    </message>
</context>
<context>
    <name>ktnas::Diary</name>
    <message numerus="yes">
        <source>Skipped transfer: no candidate had φ above 0 (%n in the history).</source>
        <translation>
            <numerusform>Transfer ausgesetzt: kein Kandidat hatte φ über 0 (%n im Gedächtnis).</numerusform>
            <numerusform>Transfer ausgesetzt: kein Kandidat hatte φ über 0 (%n im Gedächtnis).</numerusform>
        </translation>
    </message>
    <message>
        <source>Skipped transfer: there was no candidate.</source>
        <translation>Transfer ausgesetzt: es gab keinen Kandidaten.</translation>
    </message>
    <message>
        <source>Skipped transfer: the coin said no.</source>
        <translation>Transfer ausgesetzt: die Münze sagte nein.</translation>
    </message>
    <message>
        <source>Evolved by itself, nothing was transferred.</source>
        <translation>Hat sich allein entwickelt, nichts wurde übertragen.</translation>
    </message>
    <message numerus="yes">
        <source>Chose %n migrants from %1 candidates; largest φ %2.</source>
        <translation>
            <numerusform>%n Migrant aus %1 Kandidaten gewählt; größtes φ %2.</numerusform>
            <numerusform>%n Migranten aus %1 Kandidaten gewählt; größtes φ %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Best of the first cells: %1, %2.</source>
        <translation>Beste der ersten Zellen: %1, %2.</translation>
    </message>
    <message>
        <source>New best: %1, %2, a migrant.</source>
        <translation>Neue beste: %1, %2, ein Migrant.</translation>
    </message>
    <message>
        <source>New best: %1, %2, a child.</source>
        <translation>Neue beste: %1, %2, ein Kind.</translation>
    </message>
    <message numerus="yes">
        <source>Target met after %n evaluations.</source>
        <translation>
            <numerusform>Ziel nach %n Auswertung erreicht.</numerusform>
            <numerusform>Ziel nach %n Auswertungen erreicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n migrants survived; %2 labelled +1.</source>
        <translation>
            <numerusform>%1 von %n Migrant überlebte; %2 mit Urteil +1.</numerusform>
            <numerusform>%1 von %n Migranten überlebten; %2 mit Urteil +1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All neighbours of a parent had been evaluated %n times; stepped to a random one.</source>
        <translation>
            <numerusform>%n Mal waren alle Nachbarn eines Elternteils schon ausgewertet; dann ging es zu einem zufälligen.</numerusform>
            <numerusform>%n Mal waren alle Nachbarn eines Elternteils schon ausgewertet; dann ging es zu einem zufälligen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evaluations failed.</source>
        <translation>
            <numerusform>%n Auswertung schlug fehl.</numerusform>
            <numerusform>%n Auswertungen schlugen fehl.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::DiaryList</name>
    <message>
        <source>Diary of the run</source>
        <translation>Tagebuch des Laufs</translation>
    </message>
</context>
<context>
    <name>ktnas::DiarySection</name>
    <message>
        <source>Diary</source>
        <translation>Tagebuch</translation>
    </message>
    <message>
        <source>Nothing yet: no run on this table.</source>
        <translation>Noch nichts: kein Lauf auf dieser Tabelle.</translation>
    </message>
</context>
<context>
    <name>ktnas::DisorderView</name>
    <message>
        <source>How much the tasks agree over all cells</source>
        <translation>Wie sehr die Aufgaben über alle Zellen übereinstimmen</translation>
    </message>
    <message>
        <source>How much the tasks agree inside the source&apos;s best %1</source>
        <translation>Wie sehr die Aufgaben in den besten %1 der Quelle übereinstimmen</translation>
    </message>
    <message>
        <source>%1 of %2 cells; row: source, column: target; dashed: twins on one task</source>
        <translation>%1 von %2 Zellen; Zeile: Quelle, Spalte: Ziel; gestrichelt: Zwillinge auf einer Aufgabe</translation>
    </message>
    <message>
        <source>overlap of the best</source>
        <translation>Überlappung der besten</translation>
    </message>
    <message>
        <source>rank correlation</source>
        <translation>Rangkorrelation</translation>
    </message>
    <message>
        <source>%1 → %2, Spearman ρ inside the source&apos;s best share</source>
        <translation>%1 → %2, Spearman-ρ im besten Anteil der Quelle</translation>
    </message>
    <message>
        <source>all cells</source>
        <translation>alle Zellen</translation>
    </message>
    <message>
        <source>noise ceiling: twins on %1 itself, median, 5–95 %</source>
        <translation>Rauschgrenze: Zwillinge auf %1 selbst, Median, 5–95 %</translation>
    </message>
    <message>
        <source>same twins across tasks, 5–95 %</source>
        <translation>dieselben Zwillinge über die Aufgaben, 5–95 %</translation>
    </message>
    <message>
        <source>rank on %1</source>
        <translation>Rang auf %1</translation>
    </message>
    <message>
        <source>%1&apos;s best: %2</source>
        <translation>Beste von %1: %2</translation>
    </message>
    <message>
        <source>moved furthest</source>
        <translation>am weitesten gewandert</translation>
    </message>
    <message numerus="yes">
        <source>%1&apos;s best %n cells on %2</source>
        <translation>
            <numerusform>Die beste Zelle von %1 auf %2</numerusform>
            <numerusform>Die besten %n Zellen von %1 auf %2</numerusform>
        </translation>
    </message>
    <message>
        <source>heavy: moved further than 90 % of %1&apos;s own top twins (%2 ranks); better ↑</source>
        <translation>kräftig: weiter verschoben als 90 % der besten Zwillinge von %1 selbst (%2 Ränge); besser ↑</translation>
    </message>
    <message>
        <source>rank on the source and on the target; better ↑</source>
        <translation>Rang auf der Quelle und auf dem Ziel; besser ↑</translation>
    </message>
    <message>
        <source>Which operation on which edge is to blame</source>
        <translation>Welche Operation auf welcher Kante schuld ist</translation>
    </message>
    <message>
        <source>The table does not have every cell: an exact account needs all of them.</source>
        <translation>Die Tabelle hat nicht jede Zelle: eine genaue Zerlegung braucht alle.</translation>
    </message>
    <message>
        <source>No exact account for this table.</source>
        <translation>Keine genaue Zerlegung für diese Tabelle.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>mean source rank − target rank, all %1 cells; + better on %2 · edges %3, pairs of edges %4, the rest %5</source>
        <translation>mittlerer Quellrang − Zielrang, alle %1 Zellen; + besser auf %2 · Kanten %3, Kantenpaare %4, der Rest %5</translation>
    </message>
    <message>
        <source>Select cells with %1 on %2</source>
        <translation>Zellen mit %1 auf %2 auswählen</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation>Spearman</translation>
    </message>
    <message>
        <source>Kendall</source>
        <translation>Kendall</translation>
    </message>
    <message>
        <source>weighted τ</source>
        <translation>gewichtetes τ</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Measure of agreement</source>
        <translation>Maß der Übereinstimmung</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Depth: the source&apos;s best share</source>
        <translation>Tiefe: der beste Anteil der Quelle</translation>
    </message>
    <message>
        <source>This table has one task only: there is nothing to compare.</source>
        <translation>Diese Tabelle hat nur eine Aufgabe: es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>No table is open. Two tasks of a table are compared here.</source>
        <translation>Keine Tabelle ist offen. Hier werden zwei Aufgaben einer Tabelle verglichen.</translation>
    </message>
    <message>
        <source>The matrix is being computed.</source>
        <translation>Die Matrix wird berechnet.</translation>
    </message>
    <message>
        <source>The depth curve is being computed.</source>
        <translation>Die Tiefenkurve wird berechnet.</translation>
    </message>
    <message>
        <source>The two rankings are being compared.</source>
        <translation>Die beiden Rangfolgen werden verglichen.</translation>
    </message>
    <message>
        <source>The account is being computed.</source>
        <translation>Die Zerlegung wird berechnet.</translation>
    </message>
</context>
<context>
    <name>ktnas::ErrorState</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>ktnas::ExploreView</name>
    <message>
        <source>Pan the map</source>
        <translation>Karte verschieben</translation>
    </message>
    <message>
        <source>Select with the lasso</source>
        <translation>Mit dem Lasso auswählen</translation>
    </message>
    <message>
        <source>Select with a rectangle</source>
        <translation>Mit einem Rechteck auswählen</translation>
    </message>
    <message>
        <source>Select with the brush</source>
        <translation>Mit dem Pinsel auswählen</translation>
    </message>
    <message>
        <source>Changes the tool of the map</source>
        <translation>Wechselt das Werkzeug der Karte</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Ganze Karte zeigen</translation>
    </message>
    <message>
        <source>Zooms out until all cells are seen</source>
        <translation>Zoomt heraus, bis alle Zellen zu sehen sind</translation>
    </message>
    <message>
        <source>Density instead of points</source>
        <translation>Dichte statt Punkten</translation>
    </message>
    <message>
        <source>Shows where many cells lie on top of each other</source>
        <translation>Zeigt, wo viele Zellen übereinanderliegen</translation>
    </message>
    <message>
        <source>Second map</source>
        <translation>Zweite Karte</translation>
    </message>
    <message>
        <source>Two linked maps with different colours</source>
        <translation>Zwei verbundene Karten mit verschiedenen Farben</translation>
    </message>
    <message>
        <source>Choose another encoding</source>
        <translation>Andere Kodierung wählen</translation>
    </message>
    <message>
        <source>Map of the %1 encoding</source>
        <translation>Karte der Kodierung %1</translation>
    </message>
    <message>
        <source>PCA of the %1 encoding of %2 cells; the two axes carry %3 of the variance</source>
        <translation>Hauptkomponenten der Kodierung %1 von %2 Zellen; die beiden Achsen tragen %3 der Varianz</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>%1: Shift adds, Alt subtracts</source>
        <translation>%1: Umschalt fügt hinzu, Alt nimmt weg</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>one-hot</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Weisfeiler–Lehman</source>
        <translation>Weisfeiler–Lehman</translation>
    </message>
    <message>
        <source>node2vec</source>
        <translation>node2vec</translation>
    </message>
    <message>
        <source>Encoding of the map</source>
        <translation>Kodierung der Karte</translation>
    </message>
    <message>
        <source>How a cell is turned into numbers; the map shows their two principal components</source>
        <translation>Wie aus einer Zelle Zahlen werden; die Karte zeigt deren zwei Hauptkomponenten</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Shows how many cells lie in a place instead of the cells</source>
        <translation>Zeigt statt der Zellen, wie viele an einer Stelle liegen</translation>
    </message>
    <message>
        <source>A second map beside it, with its own colours and the same view</source>
        <translation>Eine zweite Karte daneben, mit eigenen Farben und demselben Ausschnitt</translation>
    </message>
</context>
<context>
    <name>ktnas::GlyphStrip</name>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
</context>
<context>
    <name>ktnas::HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>Wärmebild</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>row, column, value</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <comment>of a matrix</comment>
        <translation>%1 Zeilen, %2 Spalten</translation>
    </message>
</context>
<context>
    <name>ktnas::HelpWindow</name>
    <message>
        <source>KTNAS Studio guide</source>
        <translation>Anleitung zu KTNAS Studio</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite der Anleitung</translation>
    </message>
</context>
<context>
    <name>ktnas::LearnFromGrid</name>
    <message>
        <source>Let %1 learn from %2</source>
        <translation>%1 von %2 lernen lassen</translation>
    </message>
    <message>
        <source>Keep %1 from learning from %2</source>
        <translation>%1 nicht mehr von %2 lernen lassen</translation>
    </message>
    <message>
        <source>%1 learns from %2</source>
        <comment>target, source</comment>
        <translation>%1 lernt von %2</translation>
    </message>
</context>
<context>
    <name>ktnas::LineagePanel</name>
    <message>
        <source>How the cell came about</source>
        <translation>Wie die Zelle entstand</translation>
    </message>
    <message>
        <source>How a cell came about</source>
        <translation>Wie eine Zelle entstand</translation>
    </message>
    <message>
        <source>How cell %1 came about</source>
        <translation>Wie Zelle %1 entstand</translation>
    </message>
    <message>
        <source>Click a cell to see its ancestors.</source>
        <translation>Klicken Sie eine Zelle an, um ihre Vorfahren zu sehen.</translation>
    </message>
    <message>
        <source>This run has not looked at the cell before the cursor.</source>
        <translation>Dieser Lauf hat die Zelle vor der Zeitmarke nicht angesehen.</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message numerus="yes">
        <source>%n edits</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>one edit a step; number: rank on the task it was born for, at last %1</source>
        <translation>eine Änderung je Schritt; Zahl: Rang auf der Aufgabe, für die sie entstand, zuletzt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n steps from the first ancestor</source>
        <translation>
            <numerusform>%n Schritt vom ersten Vorfahren</numerusform>
            <numerusform>%n Schritte vom ersten Vorfahren</numerusform>
        </translation>
    </message>
    <message>
        <source>first</source>
        <translation>zuerst</translation>
    </message>
    <message>
        <source>gen %1</source>
        <translation>Gen. %1</translation>
    </message>
</context>
<context>
    <name>ktnas::MainWindow</name>
    <message>
        <source>%1 did not work. %2</source>
        <comment>job, reason</comment>
        <translation>%1 ist nicht gelungen. %2</translation>
    </message>
    <message>
        <source>Fold the time line</source>
        <translation>Zeitleiste einklappen</translation>
    </message>
    <message>
        <source>Unfold the time line</source>
        <translation>Zeitleiste ausklappen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>Noch war nichts offen</translation>
    </message>
    <message>
        <source>Arrange panels</source>
        <translation>Leisten anordnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln searches are running, and what they found is not saved.</source>
        <translation>
            <numerusform>Eine Suche läuft, und was sie gefunden hat, ist nicht gespeichert.</numerusform>
            <numerusform>%Ln Suchen laufen, und was sie gefunden haben, ist nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are runs that are not saved.</source>
        <translation>Es gibt Läufe, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne zu speichern</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>A benchmark is being made. What is finished is in its file, and opening that goes on later.</source>
        <translation>Ein Benchmark wird gebaut. Was fertig ist, ist in seiner Datei, und wer sie öffnet, macht später weiter.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>KTNAS Studio ended unexpectedly while work was going on. The work is still here.</source>
        <translation>KTNAS Studio wurde unerwartet mitten in der Arbeit beendet. Die Arbeit ist noch da.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>KTNAS Studio %1: see and steer multi-task architecture search. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>KTNAS Studio %1: Architektursuche für mehrere Aufgaben sehen und steuern. Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tasks and settings</source>
        <translation>Aufgaben und Einstellungen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>ktnas::MapColouring</name>
    <message>
        <source>Rank on %1</source>
        <translation>Rang auf %1</translation>
    </message>
    <message>
        <source>Value on %1</source>
        <translation>Wert auf %1</translation>
    </message>
    <message>
        <source>Difference of two ranks</source>
        <translation>Differenz zweier Ränge</translation>
    </message>
    <message>
        <source>Generation that looked it up</source>
        <translation>Generation, die sie nachschlug</translation>
    </message>
    <message>
        <source>Rank on %1 − rank on %2</source>
        <translation>Rang auf %1 − Rang auf %2</translation>
    </message>
    <message>
        <source>%1, better on %2</source>
        <translation>%1, besser auf %2</translation>
    </message>
</context>
<context>
    <name>ktnas::MapPanel</name>
    <message>
        <source>%1 on %2</source>
        <comment>a cell&apos;s value on a task</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Colour the map by another thing</source>
        <translation>Karte nach etwas anderem färben</translation>
    </message>
    <message numerus="yes">
        <source>%n edits from %1</source>
        <translation>
            <numerusform>%n Änderung von %1 entfernt</numerusform>
            <numerusform>%n Änderungen von %1 entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <comment>what the colours of the map mean</comment>
        <translation>Farbe: %1</translation>
    </message>
    <message>
        <source>%1 parents</source>
        <translation>Eltern von %1</translation>
    </message>
    <message>
        <source>Select cells on the map</source>
        <translation>Zellen auf der Karte auswählen</translation>
    </message>
    <message>
        <source>Colour the map by</source>
        <translation>Karte färben nach</translation>
    </message>
    <message>
        <source>What the colour of a point means</source>
        <translation>Was die Farbe eines Punkts bedeutet</translation>
    </message>
    <message>
        <source>The map appears as soon as the encoding has been computed.</source>
        <translation>Die Karte erscheint, sobald die Kodierung berechnet ist.</translation>
    </message>
</context>
<context>
    <name>ktnas::MenuRow</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsansichten</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>Find a command or a cell</source>
        <translation>Befehl oder Zelle suchen</translation>
    </message>
    <message>
        <source>Type the name of a command, or a cell&apos;s index or text</source>
        <translation>Den Namen eines Befehls oder Index oder Text einer Zelle eingeben</translation>
    </message>
</context>
<context>
    <name>ktnas::MigrantFates</name>
    <message>
        <source>No migrants yet</source>
        <translation>Noch keine Migranten</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n migrants survived or had a good child, %2 were labelled +1</source>
        <translation>
            <numerusform>%1 von %n Migrant überlebte oder hatte ein gutes Kind, %2 mit Urteil +1</numerusform>
            <numerusform>%1 von %n Migranten überlebten oder hatten ein gutes Kind, %2 mit Urteil +1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::NeighbourSection</name>
    <message>
        <source>Task by which neighbours are ordered</source>
        <translation>Aufgabe, nach der die Nachbarn geordnet sind</translation>
    </message>
    <message>
        <source>One edit away</source>
        <translation>Eine Änderung entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n are better on %2; best first</source>
        <translation>
            <numerusform>%1 von %n ist auf %2 besser; beste zuerst</numerusform>
            <numerusform>%1 von %n sind auf %2 besser; beste zuerst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::NoticeArea</name>
    <message>
        <source>%1 of %2</source>
        <comment>place, file</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Close this notice (Esc)</source>
        <translation>Diesen Hinweis schließen (Esc)</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>ktnas::PairAnalysis</name>
    <message>
        <source>Agreement of all tasks</source>
        <translation>Übereinstimmung aller Aufgaben</translation>
    </message>
    <message>
        <source>Disorder of %1 and %2</source>
        <translation>Rangunordnung von %1 und %2</translation>
    </message>
</context>
<context>
    <name>ktnas::PairSection</name>
    <message>
        <source>Two tasks compared</source>
        <translation>Zwei Aufgaben im Vergleich</translation>
    </message>
    <message>
        <source>This table has one task only: there is nothing to compare.</source>
        <translation>Diese Tabelle hat nur eine Aufgabe: es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Choose a source and a target.</source>
        <translation>Wählen Sie eine Quelle und ein Ziel.</translation>
    </message>
    <message>
        <source>Trusting %1</source>
        <translation>%1 vertrauen</translation>
    </message>
    <message>
        <source>Shared best cells</source>
        <translation>Gemeinsame beste Zellen</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>beste %1</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>In einfachen Worten</translation>
    </message>
</context>
<context>
    <name>ktnas::PairWords</name>
    <message>
        <source>%1&apos;s best cell is %2 on %3: %4 instead of %5.</source>
        <translation>Die beste Zelle von %1 hat auf %3 %2: %4 statt %5.</translation>
    </message>
    <message>
        <source>In %1&apos;s best %2 its own twins agree by %3, the same twins across the tasks by %4: disorder.</source>
        <translation>In den besten %2 von %1 stimmen die eigenen Zwillinge mit %3 überein, dieselben Zwillinge über die Aufgaben mit %4: Rangunordnung.</translation>
    </message>
    <message>
        <source>In %1&apos;s best %2 its own twins agree by %3, the same twins across the tasks by %4, and the bands overlap: noise cannot be ruled out.</source>
        <translation>In den besten %2 von %1 stimmen die eigenen Zwillinge mit %3 überein, dieselben Zwillinge über die Aufgaben mit %4, und die Bänder überlappen sich: Rauschen lässt sich nicht ausschließen.</translation>
    </message>
    <message>
        <source>Over all cells the two agree by ρ %1.</source>
        <translation>Über alle Zellen stimmen die beiden mit ρ %1 überein.</translation>
    </message>
    <message>
        <source>Cells with %1 on %2 stand %3 ranks better on %4 than on %5.</source>
        <translation>Zellen mit %1 auf %2 stehen auf %4 um %3 Ränge besser als auf %5.</translation>
    </message>
    <message>
        <source>Cells with %1 on %2 stand %3 ranks worse on %4 than on %5.</source>
        <translation>Zellen mit %1 auf %2 stehen auf %4 um %3 Ränge schlechter als auf %5.</translation>
    </message>
    <message>
        <source>Agreement inside %1&apos;s best cells</source>
        <translation>Übereinstimmung in den besten Zellen von %1</translation>
    </message>
    <message>
        <source>Agreement is nowhere surely below the noise ceiling</source>
        <translation>Die Übereinstimmung liegt nirgends sicher unter der Rauschgrenze</translation>
    </message>
    <message>
        <source>Agreement is below the noise ceiling already over all cells</source>
        <translation>Die Übereinstimmung liegt schon über alle Zellen unter der Rauschgrenze</translation>
    </message>
    <message>
        <source>Agreement is below the noise ceiling in %1&apos;s best %2</source>
        <translation>Die Übereinstimmung liegt in den besten %2 von %1 unter der Rauschgrenze</translation>
    </message>
</context>
<context>
    <name>ktnas::Palette</name>
    <message>
        <source>Commands and cells</source>
        <translation>Befehle und Zellen</translation>
    </message>
    <message>
        <source>Find a command or a cell</source>
        <translation>Befehl oder Zelle suchen</translation>
    </message>
    <message>
        <source>A command, a cell&apos;s index, or a cell&apos;s text</source>
        <translation>Ein Befehl oder Index oder Text einer Zelle</translation>
    </message>
    <message>
        <source>Found commands and cells</source>
        <translation>Gefundene Befehle und Zellen</translation>
    </message>
    <message>
        <source>No command and no cell of this table</source>
        <translation>Kein Befehl und keine Zelle dieser Tabelle</translation>
    </message>
</context>
<context>
    <name>ktnas::PaletteModel</name>
    <message>
        <source>Cell %1</source>
        <translation>Zelle %1</translation>
    </message>
</context>
<context>
    <name>ktnas::PanelDock</name>
    <message>
        <source>Put it back</source>
        <translation>Andocken</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Ablösen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ktnas::PictureFacts</name>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Namen</translation>
    </message>
    <message numerus="yes">
        <source>“%1”, %n classes</source>
        <translation>
            <numerusform>„%1“, %n Klasse</numerusform>
            <numerusform>„%1“, %n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>SHA-256 over shape, pixels and labels: equal pictures have an equal hash, whatever their format.
%1</source>
        <translation>SHA-256 über Form, Pixel und Klassen: Gleiche Bilder haben gleiche Prüfsummen, in welchem Format auch immer.
%1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Nothing to worry about</source>
        <translation>Nichts zu bemängeln</translation>
    </message>
    <message numerus="yes">
        <source>%n things to know</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>All files could be decoded, no picture is there twice, and every class has pictures in every split.</source>
        <translation>Alle Dateien waren lesbar, kein Bild ist doppelt, und jede Klasse hat Bilder in jedem Teil.</translation>
    </message>
</context>
<context>
    <name>ktnas::PictureGrid</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>ktnas::PictureShelf</name>
    <message>
        <source>Reading pictures of %1</source>
        <translation>Bilder von %1 lesen</translation>
    </message>
    <message>
        <source>Making examples of a task</source>
        <translation>Beispiele einer Aufgabe machen</translation>
    </message>
</context>
<context>
    <name>ktnas::PictureWords</name>
    <message>
        <source>IDX files, as MNIST has them</source>
        <translation>IDX-Dateien, wie MNIST sie hat</translation>
    </message>
    <message>
        <source>CIFAR, binary version</source>
        <translation>CIFAR, binäre Fassung</translation>
    </message>
    <message>
        <source>CIFAR, Python version</source>
        <translation>CIFAR, Python-Fassung</translation>
    </message>
    <message>
        <source>MedMNIST archive (.npz)</source>
        <translation>MedMNIST-Archiv (.npz)</translation>
    </message>
    <message>
        <source>Folders of PNG or JPEG files</source>
        <translation>Ordner mit PNG- oder JPEG-Dateien</translation>
    </message>
    <message>
        <source>%1 pixels, colour</source>
        <translation>%1 Pixel, farbig</translation>
    </message>
    <message>
        <source>%1 pixels, grey</source>
        <translation>%1 Pixel, grau</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files cannot be decoded and were left out</source>
        <translation>
            <numerusform>%Ln Datei ist nicht lesbar und wurde weggelassen</numerusform>
            <numerusform>%Ln Dateien sind nicht lesbar und wurden weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures have other sizes and were stretched to that of most</source>
        <translation>
            <numerusform>%Ln Bild hat eine andere Größe und wurde auf die häufigste gezogen</numerusform>
            <numerusform>%Ln Bilder haben andere Größen und wurden auf die häufigste gezogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures occur in an earlier split too, so tests see what was trained with</source>
        <translation>
            <numerusform>%Ln Bild kommt schon in einem früheren Teil vor, der Test sieht also Trainiertes</numerusform>
            <numerusform>%Ln Bilder kommen schon in einem früheren Teil vor, der Test sieht also Trainiertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures occur earlier in their split too</source>
        <translation>
            <numerusform>%Ln Bild kommt in seinem Teil schon früher vor</numerusform>
            <numerusform>%Ln Bilder kommen in ihrem Teil schon früher vor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures look like an earlier one and have another label: nobody can get both right</source>
        <translation>
            <numerusform>%Ln Bild gleicht einem früheren und hat eine andere Klasse: Beide kann niemand richtig haben</numerusform>
            <numerusform>%Ln Bilder gleichen einem früheren und haben eine andere Klasse: Beide kann niemand richtig haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln classes have no picture in a split</source>
        <translation>
            <numerusform>%Ln Klasse hat in einem Teil kein Bild</numerusform>
            <numerusform>%Ln Klassen haben in einem Teil kein Bild</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures of the official set are missing: results do not compare with published ones</source>
        <translation>
            <numerusform>%Ln Bild der offiziellen Sammlung fehlt: Ergebnisse sind nicht mit veröffentlichten vergleichbar</numerusform>
            <numerusform>%Ln Bilder der offiziellen Sammlung fehlen: Ergebnisse sind nicht mit veröffentlichten vergleichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <comment>a sentence, how many of each split</comment>
        <translation>%1 (%2).</translation>
    </message>
    <message>
        <source>There are no validation and no test pictures; tasks take both from the training pictures.</source>
        <translation>Es gibt keine Validierungs- und keine Testbilder; Aufgaben nehmen beide von den Trainingsbildern.</translation>
    </message>
    <message>
        <source>There are no test pictures; tasks take them from the training pictures.</source>
        <translation>Es gibt keine Testbilder; Aufgaben nehmen sie von den Trainingsbildern.</translation>
    </message>
    <message>
        <source>There are no validation pictures; tasks take them from the test pictures.</source>
        <translation>Es gibt keine Validierungsbilder; Aufgaben nehmen sie von den Testbildern.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files and folders were passed over</source>
        <translation>
            <numerusform>%Ln Datei oder Ordner wurde übergangen</numerusform>
            <numerusform>%Ln Dateien und Ordner wurden übergangen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 (the first: %2).</source>
        <comment>a sentence, an example</comment>
        <translation>%1 (zuerst: %2).</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Scrambled tones</source>
        <translation>Gemischte Töne</translation>
    </message>
    <message>
        <source>Jigsaw</source>
        <translation>Puzzle</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>Normals</source>
        <translation>Normalen</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>Autoencoder</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>The network sees a picture and says which class it is of.</source>
        <translation>Das Netz sieht ein Bild und sagt, zu welcher Klasse es gehört.</translation>
    </message>
    <message>
        <source>The network sees a picture whose brightness went through one of eight curves, and says which curve it was.</source>
        <translation>Das Netz sieht ein Bild, dessen Helligkeit durch eine von acht Kurven ging, und sagt, welche es war.</translation>
    </message>
    <message>
        <source>The network sees a picture whose brightness went through one of eight curves and whose pixels were then shuffled, and says which curve it was: no shape helps.</source>
        <translation>Das Netz sieht ein Bild, dessen Helligkeit durch eine von acht Kurven ging und dessen Pixel danach gemischt wurden, und sagt, welche Kurve es war: Keine Form hilft.</translation>
    </message>
    <message>
        <source>The network sees a picture cut into four tiles that changed places, and says which of the 24 orders they stand in.</source>
        <translation>Das Netz sieht ein Bild aus vier vertauschten Kacheln und sagt, in welcher der 24 Reihenfolgen sie stehen.</translation>
    </message>
    <message>
        <source>The network sees a moved and stretched figure, and says where the middle of its box is and how wide and high it is.</source>
        <translation>Das Netz sieht eine verschobene und gestreckte Figur und sagt, wo die Mitte ihres Rahmens liegt und wie breit und hoch er ist.</translation>
    </message>
    <message>
        <source>The network sees a figure before another picture, and says of every pixel whether it belongs to the figure.</source>
        <translation>Das Netz sieht eine Figur vor einem anderen Bild und sagt von jedem Pixel, ob es zur Figur gehört.</translation>
    </message>
    <message>
        <source>The network sees a picture as a lit relief, and says for every pixel which way the surface points; the answer is shown as colours.</source>
        <translation>Das Netz sieht ein Bild als beleuchtetes Relief und sagt für jedes Pixel, wohin die Fläche zeigt; die Antwort ist als Farben gezeigt.</translation>
    </message>
    <message>
        <source>The network sees a picture and must give it back after squeezing it into a few numbers.</source>
        <translation>Das Netz sieht ein Bild und muss es wiedergeben, nachdem es durch wenige Zahlen ging.</translation>
    </message>
    <message>
        <source>The network sees a turned picture, and says by which angle it was turned.</source>
        <translation>Das Netz sieht ein gedrehtes Bild und sagt, um welchen Winkel es gedreht wurde.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>width and height of a box, as shares of the picture</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Reihenfolge %1</translation>
    </message>
    <message>
        <source>right answers (top-1), and the mean probability of the true answer</source>
        <translation>richtige Antworten (Top-1) und mittlere Wahrscheinlichkeit der wahren Antwort</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>overlap with the figure (IoU), and cross-entropy</source>
        <translation>Überdeckung der Figur (IoU) und Kreuzentropie</translation>
    </message>
    <message>
        <source>structural similarity (SSIM), and mean cosine</source>
        <translation>strukturelle Ähnlichkeit (SSIM) und mittlerer Kosinus</translation>
    </message>
    <message>
        <source>structural similarity (SSIM), and mean squared error</source>
        <translation>strukturelle Ähnlichkeit (SSIM) und mittlerer quadratischer Fehler</translation>
    </message>
</context>
<context>
    <name>ktnas::PicturesView</name>
    <message>
        <source>Reading pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place, file</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Labels “%1”</source>
        <translation>Klassen „%1“</translation>
    </message>
    <message>
        <source>%1 picture %2</source>
        <comment>split, number</comment>
        <translation>%1, Bild %2</translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n Klasse</numerusform>
            <numerusform>%n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with %2 training pictures each</source>
        <comment>classes, pictures</comment>
        <translation>%1 mit je %2 Trainingsbildern</translation>
    </message>
    <message>
        <source>%1 with %2 to %3 training pictures</source>
        <comment>classes, pictures</comment>
        <translation>%1 mit %2 bis %3 Trainingsbildern</translation>
    </message>
    <message>
        <source>the first pictures of each class as the files have them; bars: how many there are</source>
        <translation>die ersten Bilder jeder Klasse, wie die Dateien sie haben; Balken: wie viele es gibt</translation>
    </message>
    <message>
        <source>making examples</source>
        <translation>Beispiele werden gemacht</translation>
    </message>
    <message>
        <source>These pictures cannot give this task. %1 %2</source>
        <comment>what, advice</comment>
        <translation>Aus diesen Bildern lässt sich diese Aufgabe nicht machen. %1 %2</translation>
    </message>
    <message>
        <source>%1 × %1 pixels · %2 training, %3 validation and %4 test pictures, where a plan does not say otherwise · judged by %5</source>
        <translation>%1 × %1 Pixel · %2 Trainings-, %3 Validierungs- und %4 Testbilder, wo ein Plan nichts anderes sagt · beurteilt nach: %5</translation>
    </message>
    <message>
        <source>Example %1</source>
        <translation>Beispiel %1</translation>
    </message>
    <message>
        <source>the answer is the picture beside it</source>
        <translation>die Antwort ist das Bild daneben</translation>
    </message>
    <message>
        <source>No pictures are open. Open a folder with one folder of PNG or JPEG files for each class, with MNIST&apos;s or CIFAR&apos;s files, or a MedMNIST archive; or drop it here.</source>
        <translation>Es sind keine Bilder offen. Öffnen Sie einen Ordner mit je einem Ordner voll PNG- oder JPEG-Dateien für jede Klasse, mit Dateien von MNIST oder CIFAR, oder ein MedMNIST-Archiv; oder legen Sie es hier ab.</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>Bilder öffnen…</translation>
    </message>
    <message>
        <source>Make a benchmark</source>
        <translation>Benchmark bauen</translation>
    </message>
    <message>
        <source>Train every network of a space on tasks made of these pictures</source>
        <translation>Jedes Netz eines Raums auf Aufgaben aus diesen Bildern trainieren</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>As a task sees them</source>
        <translation>Wie eine Aufgabe sie sieht</translation>
    </message>
    <message>
        <source>How the pictures are shown</source>
        <translation>Wie die Bilder gezeigt werden</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
</context>
<context>
    <name>ktnas::PlanPanel</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>GPU (%1)</source>
        <translation>Grafikkarte (%1)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>The table that is made</source>
        <translation>Die Tabelle, die entsteht</translation>
    </message>
    <message>
        <source>The table goes to %1, its results to a .kts file beside it.</source>
        <translation>Die Tabelle kommt nach %1, ihre Ergebnisse in eine .kts-Datei daneben.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2</source>
        <translation>Eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>The pictures that all tasks are made of</source>
        <translation>Die Bilder, aus denen alle Aufgaben gemacht werden</translation>
    </message>
    <message>
        <source>Open others…</source>
        <translation>Andere öffnen…</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>and how many pictures each training sees</source>
        <translation>und wie viele Bilder jedes Training sieht</translation>
    </message>
    <message>
        <source>Pictures that a training on %1 sees</source>
        <translation>Bilder, die ein Training auf %1 sieht</translation>
    </message>
    <message>
        <source>Pictures seen by one training, all rounds together</source>
        <translation>Bilder, die ein Training sieht, alle Runden zusammen</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Whose cells are trained; cells that are the same function are one network and are trained once</source>
        <translation>Dessen Zellen trainiert werden; Zellen, die dieselbe Funktion sind, sind ein Netz und werden einmal trainiert</translation>
    </message>
    <message>
        <source>%1, %2 cells</source>
        <comment>space, cells</comment>
        <translation>%1, %2 Zellen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Of each stage of the networks; more stages, more numbers</source>
        <translation>Jeder Stufe der Netze; mehr Stufen, mehr Zahlen</translation>
    </message>
    <message>
        <source>One to five numbers with commas between them, such as 16, 32</source>
        <translation>Eine bis fünf Zahlen mit Kommas dazwischen, etwa 16, 32</translation>
    </message>
    <message>
        <source>Cells a stage</source>
        <translation>Zellen je Stufe</translation>
    </message>
    <message>
        <source>How often the cell stands in each stage</source>
        <translation>Wie oft die Zelle in jeder Stufe steht</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Only the first so many of a drawn order, which are a fair sample. Empty: all.</source>
        <translation>Nur die ersten so vielen einer gezogenen Reihenfolge, eine faire Stichprobe. Leer: alle.</translation>
    </message>
    <message>
        <source>A whole number from 1 on, or nothing for all</source>
        <translation>Eine ganze Zahl ab 1, oder nichts für alle</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>How often each network is trained on each task</source>
        <translation>Wie oft jedes Netz auf jeder Aufgabe trainiert wird</translation>
    </message>
    <message>
        <source>Trained again</source>
        <translation>Noch einmal trainiert</translation>
    </message>
    <message>
        <source>Share of the networks that gets more seeds: they tell how much of a difference is noise</source>
        <translation>Anteil der Netze, der mehr Startwerte bekommt: Sie sagen, wie viel eines Unterschieds Rauschen ist</translation>
    </message>
    <message>
        <source>A percentage from 0 to 100</source>
        <translation>Ein Prozentsatz von 0 bis 100</translation>
    </message>
    <message>
        <source>Seeds of those</source>
        <translation>Startwerte davon</translation>
    </message>
    <message>
        <source>All together; at least the seeds of all</source>
        <translation>Alle zusammen; mindestens so viele wie bei allen</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>At most so many different ones; 0: all</source>
        <translation>Höchstens so viele verschiedene; 0: alle</translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation>Beurteilt auf</translation>
    </message>
    <message>
        <source>At most so many validation pictures and as many test pictures; 0: all</source>
        <translation>Höchstens so vielen Validierungs- und so vielen Testbildern; 0: allen</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Of the network&apos;s input, in pixels: an even number. Empty: 14 for pictures of 28 × 28, else their own, at most 32.</source>
        <translation>Der Eingabe des Netzes, in Pixeln: eine gerade Zahl. Leer: 14 bei Bildern von 28 × 28, sonst die eigene, höchstens 32.</translation>
    </message>
    <message>
        <source>An even number from 8 to 128, or nothing</source>
        <translation>Eine gerade Zahl von 8 bis 128, oder nichts</translation>
    </message>
    <message>
        <source>Zero-cost proxies</source>
        <translation>Proxys ohne Training</translation>
    </message>
    <message>
        <source>Pictures to compute them on, before training; 0: none are computed</source>
        <translation>Bilder, auf denen sie vor dem Training berechnet werden; 0: keine</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>Trainings at the same time, each in a process of its own</source>
        <translation>Trainings zur gleichen Zeit, jedes in einem eigenen Prozess</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What the networks are trained on</source>
        <translation>Worauf die Netze trainiert werden</translation>
    </message>
    <message>
        <source>GPU (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
</context>
<context>
    <name>ktnas::PointMap</name>
    <message>
        <source>Map of cells</source>
        <translation>Karte der Zellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln Zelle</numerusform>
            <numerusform>%Ln Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 selected</source>
        <comment>cells of a map</comment>
        <translation>%1, %2 ausgewählt</translation>
    </message>
    <message>
        <source>%1, better →</source>
        <comment>number at the right end of a colour strip</comment>
        <translation>%1, besser →</translation>
    </message>
    <message>
        <source>← better, %1</source>
        <comment>number at the left end of a colour strip</comment>
        <translation>← besser, %1</translation>
    </message>
</context>
<context>
    <name>ktnas::PopulationPanel</name>
    <message>
        <source>Parents at the cursor</source>
        <translation>Eltern an der Zeitmarke</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>task, cell, rank</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>No run on this table yet. Choose tasks in the rail and press Space.</source>
        <translation>Noch kein Lauf auf dieser Tabelle. Wählen Sie links Aufgaben und drücken Sie die Leertaste.</translation>
    </message>
    <message>
        <source>number: rank on the task · underlined: new in generation %1 · ◆ migrant, in its source&apos;s colour</source>
        <translation>Zahl: Rang auf der Aufgabe · unterstrichen: neu in Generation %1 · ◆ Migrant, in der Farbe seiner Quelle</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n are migrants</source>
        <translation>
            <numerusform>%1 von %n ist ein Migrant</numerusform>
            <numerusform>%1 von %n sind Migranten</numerusform>
        </translation>
    </message>
    <message>
        <source>target met, at rest</source>
        <translation>Ziel erreicht, in Ruhe</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: best %2, %3</source>
        <translation>%1: beste %2, %3</translation>
    </message>
</context>
<context>
    <name>ktnas::RailTask</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1, %</source>
        <comment>metric</comment>
        <translation>%1, %</translation>
    </message>
    <message>
        <source>better ↑</source>
        <translation>besser ↑</translation>
    </message>
    <message>
        <source>better ↓</source>
        <translation>besser ↓</translation>
    </message>
    <message numerus="yes">
        <source>%Ln epochs</source>
        <translation>
            <numerusform>%Ln Epoche</numerusform>
            <numerusform>%Ln Epochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of up to %Ln trials</source>
        <translation>
            <numerusform>ein Versuch</numerusform>
            <numerusform>Mittel aus bis zu %Ln Versuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose tasks</source>
        <translation>Aufgaben wählen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>metric, direction</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln evaluations</source>
        <translation>
            <numerusform>%Ln Auswertung</numerusform>
            <numerusform>%Ln Auswertungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Target %1 met after %Ln</source>
        <translation>
            <numerusform>Ziel %1 nach %Ln erreicht</numerusform>
            <numerusform>Ziel %1 nach %Ln erreicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Target %1 · %2</source>
        <comment>value, evaluations</comment>
        <translation>Ziel %1 · %2</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>Not searched yet</source>
        <translation>Noch nicht gesucht</translation>
    </message>
    <message>
        <source>%1 takes part</source>
        <comment>task</comment>
        <translation>%1 nimmt teil</translation>
    </message>
    <message>
        <source>Whether the next search works on %1</source>
        <translation>Ob die nächste Suche an %1 arbeitet</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1 is the source</source>
        <comment>task</comment>
        <translation>%1 ist die Quelle</translation>
    </message>
    <message>
        <source>The task whose best cells are looked at on the other</source>
        <translation>Die Aufgabe, deren beste Zellen auf der anderen betrachtet werden</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1 is the target</source>
        <comment>task</comment>
        <translation>%1 ist das Ziel</translation>
    </message>
    <message>
        <source>The task on which they are ranked again</source>
        <translation>Die Aufgabe, auf der sie neu geordnet werden</translation>
    </message>
</context>
<context>
    <name>ktnas::RunBar</name>
    <message>
        <source>%1 · %2</source>
        <comment>run, number of tasks</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>table, number of tasks</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Generation %1   Evaluation %2</source>
        <comment>both as &apos;7 of 12&apos;</comment>
        <translation>Generation %1   Auswertung %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln Zelle</numerusform>
            <numerusform>%Ln Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the space&apos;s %2</source>
        <translation>%1 von %2 des Raums</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>volles Tempo</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>evaluations a second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>What runs: choose another run or fork of this table</source>
        <translation>Was läuft: einen anderen Lauf oder Abzweig dieser Tabelle wählen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Evaluations a second: slow enough to watch, or as fast as it goes</source>
        <translation>Auswertungen in der Sekunde: langsam genug zum Zusehen oder so schnell es geht</translation>
    </message>
    <message>
        <source>Search controls</source>
        <translation>Steuerung der Suche</translation>
    </message>
</context>
<context>
    <name>ktnas::Sankey</name>
    <message>
        <source>Flow of migrants</source>
        <translation>Fluss der Migranten</translation>
    </message>
</context>
<context>
    <name>ktnas::SearchCurves</name>
    <message>
        <source>Rank of the best cell so far</source>
        <translation>Rang der besten Zelle bisher</translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <source>of %1, log scale, better ↑</source>
        <translation>von %1, logarithmisch, besser ↑</translation>
    </message>
    <message>
        <source>%1 · line: this run · dotted: mean of the parents · band: 10–90 % of %2 seeds</source>
        <translation>%1 · Linie: dieser Lauf · gepunktet: Mittel der Eltern · Band: 10–90 % von %2 Startwerten</translation>
    </message>
    <message>
        <source>%1 · line: this run · dotted: mean of the parents</source>
        <translation>%1 · Linie: dieser Lauf · gepunktet: Mittel der Eltern</translation>
    </message>
    <message>
        <source>target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>Rank of the best cell on %1</source>
        <translation>Rang der besten Zelle auf %1</translation>
    </message>
    <message>
        <source>evaluations of the task</source>
        <translation>Auswertungen der Aufgabe</translation>
    </message>
    <message>
        <source>before the fork</source>
        <comment>the curve of the run that this one was forked from</comment>
        <translation>vor der Abzweigung</translation>
    </message>
    <message numerus="yes">
        <source>Best so far %1, %2, after %n evaluations</source>
        <translation>
            <numerusform>Bisher beste %1, %2, nach %n Auswertung</numerusform>
            <numerusform>Bisher beste %1, %2, nach %n Auswertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Value of the best cell so far</source>
        <translation>Wert der bisher besten Zelle</translation>
    </message>
    <message>
        <source>on the validation pictures, better ↑ · line: this run · dotted: mean of the parents</source>
        <translation>auf den Validierungsbildern, besser ↑ · Linie: dieser Lauf · gepunktet: Mittel der Eltern</translation>
    </message>
    <message>
        <source>Value of the best cell on %1</source>
        <translation>Wert der besten Zelle auf %1</translation>
    </message>
    <message numerus="yes">
        <source>Best so far %1 after %n evaluations</source>
        <translation>
            <numerusform>Bisher beste %1 nach %n Auswertung</numerusform>
            <numerusform>Bisher beste %1 nach %n Auswertungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::SearchView</name>
    <message>
        <source>No run on this table yet. Choose tasks and settings in the rail, then start one.</source>
        <translation>Noch kein Lauf auf dieser Tabelle. Wählen Sie links Aufgaben und Einstellungen und starten Sie einen.</translation>
    </message>
    <message>
        <source>Start a search</source>
        <translation>Suche starten</translation>
    </message>
</context>
<context>
    <name>ktnas::SeedBands</name>
    <message numerus="yes">
        <source>%n other seeds</source>
        <translation>
            <numerusform>%n anderer Startwert</numerusform>
            <numerusform>%n andere Startwerte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::Session</name>
    <message>
        <source>Look at another cell</source>
        <translation>Eine andere Zelle ansehen</translation>
    </message>
    <message>
        <source>Compare other tasks</source>
        <translation>Andere Aufgaben vergleichen</translation>
    </message>
    <message>
        <source>Filter cells</source>
        <translation>Zellen filtern</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln Zelle</numerusform>
            <numerusform>%Ln Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>What was open before is here again</source>
        <translation>Was vorher offen war, ist wieder da</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 ist offen</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Startwert %2</translation>
    </message>
    <message>
        <source>%1 is being written again</source>
        <translation>%1 wird wieder geschrieben</translation>
    </message>
    <message>
        <source>%1 goes on, but its record cannot be written. %2</source>
        <translation>%1 läuft weiter, aber die Aufzeichnung kann nicht geschrieben werden. %2</translation>
    </message>
    <message>
        <source>Make room on the disk; it is tried again every few seconds.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger; es wird alle paar Sekunden neu versucht.</translation>
    </message>
    <message>
        <source>Fork of %1</source>
        <translation>Abzweig von %1</translation>
    </message>
    <message>
        <source>Forked. Resume runs the other future.</source>
        <translation>Abgezweigt. Fortsetzen spielt die andere Zukunft ab.</translation>
    </message>
    <message>
        <source>%1 has finished</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>%1 failed. %2</source>
        <translation>%1 ist gescheitert. %2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Als %1 gespeichert</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
</context>
<context>
    <name>ktnas::SettingsPanel</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Change the method</source>
        <translation>Methode ändern</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed and settings give the same search, event by event.</source>
        <translation>Gleicher Startwert und gleiche Einstellungen ergeben dieselbe Suche, Ereignis für Ereignis.</translation>
    </message>
    <message>
        <source>A whole number from 0 on</source>
        <translation>Eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>Startwert ändern</translation>
    </message>
    <message>
        <source>chosen by the program</source>
        <translation>vom Programm gewählt</translation>
    </message>
    <message>
        <source>Range %1.</source>
        <translation>Bereich %1.</translation>
    </message>
    <message>
        <source>A whole number, %1</source>
        <translation>Eine ganze Zahl, %1</translation>
    </message>
    <message>
        <source>A number, %1</source>
        <translation>Eine Zahl, %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>When the search ends</source>
        <translation>Wann die Suche endet</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>generations</source>
        <translation>Generationen</translation>
    </message>
    <message>
        <source>A task stops when its best cell goes beyond its target</source>
        <translation>Eine Aufgabe hört auf, wenn ihre beste Zelle ihr Ziel übertrifft</translation>
    </message>
    <message>
        <source>Each task gets this many evaluations</source>
        <translation>Jede Aufgabe bekommt so viele Auswertungen</translation>
    </message>
    <message>
        <source>After this many generations</source>
        <translation>Nach so vielen Generationen</translation>
    </message>
    <message>
        <source>When the search ends: when each task&apos;s best cell is beyond its target, or after a number of evaluations a task, or after a number of generations.</source>
        <translation>Wann die Suche endet: wenn die beste Zelle jeder Aufgabe ihr Ziel übertrifft, nach einer Zahl von Auswertungen je Aufgabe oder nach einer Zahl von Generationen.</translation>
    </message>
    <message>
        <source>A whole number from 1 on</source>
        <translation>Eine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>Evaluations a task</source>
        <translation>Auswertungen je Aufgabe</translation>
    </message>
    <message>
        <source>A value looked up again does not count.</source>
        <translation>Ein noch einmal nachgeschlagener Wert zählt nicht.</translation>
    </message>
    <message>
        <source>Change the number of evaluations</source>
        <translation>Zahl der Auswertungen ändern</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>Generationen</translation>
    </message>
    <message>
        <source>After the first, random cells.</source>
        <translation>Nach der ersten mit zufälligen Zellen.</translation>
    </message>
    <message>
        <source>Change the number of generations</source>
        <translation>Zahl der Generationen ändern</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>%1 stops when its best cell goes strictly beyond this. Empty: it never stops by itself.</source>
        <translation>%1 hört auf, wenn die beste Zelle dies echt übertrifft. Leer: hört nie von selbst auf.</translation>
    </message>
    <message>
        <source>A number, or nothing</source>
        <translation>Eine Zahl oder nichts</translation>
    </message>
    <message>
        <source>Change the target of %1</source>
        <translation>Ziel von %1 ändern</translation>
    </message>
    <message>
        <source>Change when the search ends</source>
        <translation>Ende der Suche ändern</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting, explanation</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Next search</source>
        <translation>Nächste Suche</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Show the settings that are seldom touched</source>
        <translation>Die selten benutzten Einstellungen zeigen</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Explain the setting under the pointer</source>
        <translation>Die Einstellung unter dem Zeiger erklären</translation>
    </message>
</context>
<context>
    <name>ktnas::SlopeView</name>
    <message>
        <source>Two rankings</source>
        <translation>Zwei Rangfolgen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>rank on the source, rank on the target</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <comment>cell, &apos;rank on A&apos;, rank, &apos;rank on B&apos;, rank</comment>
        <translation>%1: %2 %3, %4 %5</translation>
    </message>
    <message>
        <source>%1 cells, %2 moved further than twins do</source>
        <comment>of two rankings</comment>
        <translation>%1 Zellen, %2 weiter gewandert als Zwillinge</translation>
    </message>
</context>
<context>
    <name>ktnas::StartPage</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln Zelle</numerusform>
            <numerusform>%Ln Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evaluations</source>
        <translation>
            <numerusform>%Ln Auswertung</numerusform>
            <numerusform>%Ln Auswertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>See and steer multi-task architecture search</source>
        <translation>Architektursuche für mehrere Aufgaben sehen und steuern</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Open a benchmark</source>
        <translation>Einen Benchmark öffnen</translation>
    </message>
    <message>
        <source>A CSV table: cells, tasks, values</source>
        <translation>Eine CSV-Tabelle: Zellen, Aufgaben, Werte</translation>
    </message>
    <message>
        <source>Open a workspace or a record</source>
        <translation>Einen Arbeitsbereich oder eine Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>What was saved here, or by the command line</source>
        <translation>Was hier oder von der Befehlszeile gespeichert wurde</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>MNIST, CIFAR, MedMNIST, or a folder for each class</source>
        <translation>MNIST, CIFAR, MedMNIST, eigene Ordner</translation>
    </message>
    <message>
        <source>Make a benchmark</source>
        <translation>Benchmark bauen</translation>
    </message>
    <message>
        <source>Small networks, trained on your pictures</source>
        <translation>Kleine Netze, auf Ihren Bildern trainiert</translation>
    </message>
    <message>
        <source>Read how it works</source>
        <translation>Lesen, wie es geht</translation>
    </message>
    <message>
        <source>Words, methods, keys</source>
        <translation>Wörter, Methoden, Tasten</translation>
    </message>
    <message>
        <source>Or drop a file or a folder anywhere in this window: benchmark tables (CSV), records, workspaces, pictures, plans.</source>
        <translation>Oder legen Sie eine Datei oder einen Ordner irgendwo in diesem Fenster ab: Benchmark-Tabellen (CSV), Aufzeichnungen, Arbeitsbereiche, Bilder, Pläne.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>No benchmark yet?</source>
        <translation>Noch kein Benchmark?</translation>
    </message>
    <message>
        <source>A benchmark is a table of small neural networks (cells) that others have trained already: one row a cell, one column for how well it does on a task. A search then looks values up instead of training for weeks, and the table knows the truth that the search has to find.</source>
        <translation>Ein Benchmark ist eine Tabelle kleiner neuronaler Netze (Zellen), die andere schon trainiert haben: eine Zeile je Zelle, eine Spalte dafür, wie gut sie auf einer Aufgabe ist. Eine Suche schlägt dann Werte nach, statt wochenlang zu trainieren, und die Tabelle kennt die Wahrheit, die die Suche finden soll.</translation>
    </message>
    <message>
        <source>Published ones are NAS-Bench-201 (15,625 cells; CIFAR-10, CIFAR-100, ImageNet16-120) and the micro space of TransNAS-Bench-101 (4,096 cells; seven tasks from scene classification to autoencoding).</source>
        <translation>Veröffentlicht sind NAS-Bench-201 (15.625 Zellen; CIFAR-10, CIFAR-100, ImageNet16-120) und der Mikroraum von TransNAS-Bench-101 (4.096 Zellen; sieben Aufgaben von der Szenenerkennung bis zum Autoencoder).</translation>
    </message>
    <message>
        <source>As a CSV file the header reads: index, architecture, then a column such as cifar10_valid_acc for each task, split and metric. An empty field means: not published.</source>
        <translation>Als CSV-Datei lautet die Kopfzeile: index, architecture, dann eine Spalte wie cifar10_valid_acc für jede Aufgabe, jeden Teil und jedes Maß. Ein leeres Feld bedeutet: nicht veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>ktnas::StatusStrip</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln searches running</source>
        <translation>
            <numerusform>%Ln Suche läuft</numerusform>
            <numerusform>%Ln Suchen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel this job; what it would have made is not made</source>
        <translation>Diese Arbeit abbrechen; was sie ergeben hätte, entsteht nicht</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Die Arbeit abbrechen</translation>
    </message>
    <message>
        <source>No file open</source>
        <translation>Keine Datei offen</translation>
    </message>
</context>
<context>
    <name>ktnas::Studio</name>
    <message>
        <source>Set up the search</source>
        <translation>Suche einrichten</translation>
    </message>
</context>
<context>
    <name>ktnas::TaskRail</name>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln epochs</source>
        <translation>
            <numerusform>%1, %Ln Epoche</numerusform>
            <numerusform>%1, %Ln Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks and settings</source>
        <translation>Aufgaben und Einstellungen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Learns from</source>
        <translation>Lernt von</translation>
    </message>
    <message>
        <source>row: target, column: source</source>
        <translation>Zeile: Ziel, Spalte: Quelle</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Neue Suche</translation>
    </message>
    <message>
        <source>Start a search with these tasks and settings</source>
        <translation>Eine Suche mit diesen Aufgaben und Einstellungen starten</translation>
    </message>
    <message>
        <source>Twins</source>
        <translation>Zwillinge</translation>
    </message>
    <message>
        <source>Cells that compute the same network but were trained apart. How far twins differ on one task is the noise ceiling: what no other task can be expected to beat.</source>
        <translation>Zellen, die dasselbe Netz berechnen, aber getrennt trainiert wurden. Wie weit Zwillinge auf einer Aufgabe auseinanderliegen, ist die Rauschgrenze: mehr ist von keiner anderen Aufgabe zu erwarten.</translation>
    </message>
</context>
<context>
    <name>ktnas::TimeLine</name>
    <message>
        <source>Time line</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>event %1</source>
        <comment>a place in a record</comment>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>place in a record, part of it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, generation %2</source>
        <comment>place in a record</comment>
        <translation>%1, Generation %2</translation>
    </message>
</context>
<context>
    <name>ktnas::TimeLinePanel</name>
    <message>
        <source>first cells, random</source>
        <translation>erste Zellen, zufällig</translation>
    </message>
    <message>
        <source>target met</source>
        <translation>Ziel erreicht</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>No run on this table yet. Start one with New search.</source>
        <translation>Noch kein Lauf auf dieser Tabelle. Starten Sie einen mit „Neue Suche“.</translation>
    </message>
</context>
<context>
    <name>ktnas::TransferView</name>
    <message>
        <source>Step through the votes</source>
        <translation>Stimmen einzeln durchgehen</translation>
    </message>
    <message>
        <source>Shows the votes of the history one after the other, with φ as it grows</source>
        <translation>Zeigt die Stimmen des Gedächtnisses eine nach der anderen, mit dem wachsenden φ</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>This run has one task: there is nobody to learn from.</source>
        <translation>Dieser Lauf hat eine Aufgabe: es gibt niemanden, von dem sie lernen könnte.</translation>
    </message>
    <message>
        <source>This method transfers nothing between tasks.</source>
        <translation>Diese Methode überträgt nichts zwischen Aufgaben.</translation>
    </message>
    <message>
        <source>Vote of generation %1</source>
        <translation>Abstimmung der Generation %1</translation>
    </message>
    <message>
        <source>gen %1</source>
        <translation>Gen. %1</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Gedächtnis von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n labelled migrants vote</source>
        <translation>
            <numerusform>%n beurteilter Migrant stimmt ab</numerusform>
            <numerusform>%n beurteilte Migranten stimmen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>rank on %1, better →</source>
        <translation>Rang auf %1, besser →</translation>
    </message>
    <message>
        <source>Vote of generation %1 on %2</source>
        <translation>Abstimmung der Generation %1 auf %2</translation>
    </message>
    <message>
        <source>No vote before the cursor. Candidates are first looked at in generation 1.</source>
        <translation>Keine Abstimmung vor der Zeitmarke. Kandidaten werden zuerst in Generation 1 betrachtet.</translation>
    </message>
    <message>
        <source>source → target → fate, up to the cursor, all tasks</source>
        <translation>Quelle → Ziel → Schicksal, bis zur Zeitmarke, alle Aufgaben</translation>
    </message>
    <message>
        <source>No migrants before the cursor.</source>
        <translation>Keine Migranten vor der Zeitmarke.</translation>
    </message>
    <message>
        <source>%1 labelled +1</source>
        <translation>%1 mit Urteil +1</translation>
    </message>
    <message>
        <source>%1 survived</source>
        <translation>%1 überlebten</translation>
    </message>
    <message>
        <source>%1 did not survive</source>
        <translation>%1 überlebten nicht</translation>
    </message>
    <message>
        <source>Does φ predict?</source>
        <translation>Sagt φ etwas voraus?</translation>
    </message>
    <message>
        <source>φ predicts a little: τ %1 (%2)</source>
        <translation>φ sagt ein wenig voraus: τ %1 (%2)</translation>
    </message>
    <message>
        <source>No sign that φ predicts: τ %1 (%2)</source>
        <translation>Kein Zeichen, dass φ etwas voraussagt: τ %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Kendall τ of φ and true value, mean over tasks by generation; %n votes of this run, 95 %</source>
        <translation>
            <numerusform>Kendall-τ von φ und wahrem Wert, Mittel über Aufgaben je Generation; %n Abstimmung dieses Laufs, 95 %</numerusform>
            <numerusform>Kendall-τ von φ und wahrem Wert, Mittel über Aufgaben je Generation; %n Abstimmungen dieses Laufs, 95 %</numerusform>
        </translation>
    </message>
    <message>
        <source>No vote yet in which candidates differ in φ.</source>
        <translation>Noch keine Abstimmung, in der sich Kandidaten im φ unterscheiden.</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Vote %1</source>
        <translation>Stimme %1</translation>
    </message>
    <message>
        <source>Task whose vote is shown</source>
        <translation>Aufgabe, deren Abstimmung gezeigt wird</translation>
    </message>
    <message>
        <source>No run on this table yet. A run of KTNAS on two or more tasks shows its votes here.</source>
        <translation>Noch kein Lauf auf dieser Tabelle. Ein Lauf von KTNAS auf zwei oder mehr Aufgaben zeigt hier seine Abstimmungen.</translation>
    </message>
</context>
<context>
    <name>ktnas::TwinSection</name>
    <message>
        <source>Twins</source>
        <translation>Zwillinge</translation>
    </message>
    <message>
        <source>None: no other cell is the same network.</source>
        <translation>Keine: keine andere Zelle ist dasselbe Netz.</translation>
    </message>
    <message numerus="yes">
        <source>%n other cells are the same network, trained apart.</source>
        <translation>
            <numerusform>%n andere Zelle ist dasselbe Netz, getrennt trainiert.</numerusform>
            <numerusform>%n andere Zellen sind dasselbe Netz, getrennt trainiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their ranks on %1 go from %2 to %3: that much is noise.</source>
        <translation>Ihre Ränge auf %1 reichen von %2 bis %3: so viel ist Rauschen.</translation>
    </message>
    <message numerus="yes">
        <source>%n more compute the same function.</source>
        <translation>
            <numerusform>%n weitere berechnet dieselbe Funktion.</numerusform>
            <numerusform>%n weitere berechnen dieselbe Funktion.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ktnas::ValuesPanel</name>
    <message>
        <source>Values of the cell</source>
        <translation>Werte der Zelle</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>Änderung %1</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n Epoche</numerusform>
            <numerusform>%n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>mean of the published trials</source>
        <translation>Mittel der Versuche</translation>
    </message>
</context>
<context>
    <name>ktnas::VerifySection</name>
    <message>
        <source>Verify this row</source>
        <translation>Diese Zeile nachprüfen</translation>
    </message>
    <message>
        <source>Train the cell again as the table was made, and compare</source>
        <translation>Die Zelle noch einmal so trainieren, wie die Tabelle gemacht wurde, und vergleichen</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Training the cell again</source>
        <translation>Die Zelle wird noch einmal trainiert</translation>
    </message>
    <message>
        <source>on all tasks, as the table was made</source>
        <translation>auf allen Aufgaben, wie die Tabelle gemacht wurde</translation>
    </message>
    <message numerus="yes">
        <source>Trained again: all %Ln values hold</source>
        <translation>
            <numerusform>Noch einmal trainiert: Der Wert hält</numerusform>
            <numerusform>Noch einmal trainiert: Alle %Ln Werte halten</numerusform>
        </translation>
    </message>
    <message>
        <source>Trained again: %1 values hold</source>
        <comment>a count of a whole</comment>
        <translation>Noch einmal trainiert: %1 Werten halten</translation>
    </message>
    <message>
        <source>a value holds that differs by at most 3 standard deviations of one training (sd); on another processor the last digits of sums differ</source>
        <translation>ein Wert hält, der um höchstens 3 Standardabweichungen eines Trainings (sd) abweicht; auf einem anderen Prozessor unterscheiden sich letzte Stellen von Summen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>sd</source>
        <translation>sd</translation>
    </message>
    <message>
        <source>, test</source>
        <translation>, Test</translation>
    </message>
    <message>
        <source>%1 !</source>
        <comment>a difference too large</comment>
        <translation>%1 !</translation>
    </message>
    <message>
        <source>%1: %2, again %3, %4 sd</source>
        <comment>value, stored, measured, difference</comment>
        <translation>%1: %2, erneut %3, %4 sd</translation>
    </message>
</context>
<context>
    <name>ktnas::VoteDiagram</name>
    <message>
        <source>Rows of the vote</source>
        <translation>Zeilen der Abstimmung</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>φ</source>
        <translation>φ</translation>
    </message>
    <message>
        <source>sum of votes</source>
        <translation>Summe der Stimmen</translation>
    </message>
    <message>
        <source>%1 votes</source>
        <comment>how many of the votes are counted</comment>
        <translation>%1 Stimmen</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>%1 candidates, %2 of %3 votes counted</source>
        <translation>%1 Kandidaten, %2 von %3 Stimmen gezählt</translation>
    </message>
    <message>
        <source>%1, labelled %2, votes for nobody</source>
        <comment>cell, label</comment>
        <translation>%1, bewertet mit %2, stimmt für niemanden</translation>
    </message>
    <message>
        <source>%1, labelled %2, votes for %3</source>
        <comment>cell, label, cell</comment>
        <translation>%1, bewertet mit %2, stimmt für %3</translation>
    </message>
    <message>
        <source>φ %1</source>
        <comment>a candidate&apos;s sum of votes</comment>
        <translation>φ %1</translation>
    </message>
    <message>
        <source>in truth rank %1</source>
        <translation>in Wahrheit Rang %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <comment>a candidate for transfer</comment>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>ktnas::VoteScene</name>
    <message>
        <source>No candidate had φ above 0: nothing was transferred</source>
        <translation>Kein Kandidat hatte φ über 0: nichts wurde übertragen</translation>
    </message>
    <message>
        <source>Nothing was transferred in this generation</source>
        <translation>In dieser Generation wurde nichts übertragen</translation>
    </message>
    <message>
        <source>No election yet</source>
        <translation>Noch keine Abstimmung</translation>
    </message>
    <message numerus="yes">
        <source>%n candidates, none chosen</source>
        <translation>
            <numerusform>%n Kandidat, keiner gewählt</numerusform>
            <numerusform>%n Kandidaten, keiner gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 drawn from %2: the history is still empty</source>
        <translation>%1 aus %2 gezogen: das Gedächtnis ist noch leer</translation>
    </message>
    <message>
        <source>%1 chosen from %2, all by φ</source>
        <translation>%1 aus %2 gewählt, alle nach φ</translation>
    </message>
    <message>
        <source>%1 chosen from %2: %3 by φ, %4 drawn from the %5 with φ %6</source>
        <translation>%1 aus %2 gewählt: %3 nach φ, %4 aus den %5 mit φ %6 gezogen</translation>
    </message>
    <message>
        <source>This cell was no candidate in this vote.</source>
        <translation>Diese Zelle war in dieser Abstimmung kein Kandidat.</translation>
    </message>
    <message numerus="yes">
        <source>%n votes for, %1 against: φ = %2.</source>
        <translation>
            <numerusform>%n Stimme dafür, %1 dagegen: φ = %2.</numerusform>
            <numerusform>%n Stimmen dafür, %1 dagegen: φ = %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not chosen.</source>
        <translation>Sie wurde nicht gewählt.</translation>
    </message>
    <message>
        <source>It was drawn among candidates with the same φ.</source>
        <translation>Sie wurde unter Kandidaten mit gleichem φ gezogen.</translation>
    </message>
    <message>
        <source>It survived into the parents.</source>
        <translation>Sie überlebte unter den Eltern.</translation>
    </message>
    <message>
        <source>It did not survive into the parents.</source>
        <translation>Sie überlebte nicht unter den Eltern.</translation>
    </message>
    <message>
        <source>A child of it was among the best: its label is +1.</source>
        <translation>Ein Kind von ihr war unter den besten: ihr Urteil ist +1.</translation>
    </message>
    <message>
        <source>No child of it was among the best: its label is −1.</source>
        <translation>Kein Kind von ihr war unter den besten: ihr Urteil ist −1.</translation>
    </message>
    <message numerus="yes">
        <source>On %1 it is %2, number %3 of the %n candidates.</source>
        <translation>
            <numerusform>Auf %1 hat sie %2, Nummer %3 von %n Kandidat.</numerusform>
            <numerusform>Auf %1 hat sie %2, Nummer %3 der %n Kandidaten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The best candidate, cell %1, has φ %2 and %3.</source>
        <translation>Der beste Kandidat, Zelle %1, hat φ %2 und %3.</translation>
    </message>
</context>
<context>
    <name>ktnas::WhySection</name>
    <message>
        <source>Why this one</source>
        <translation>Warum diese</translation>
    </message>
    <message>
        <source>What the table knows</source>
        <translation>Was die Tabelle weiß</translation>
    </message>
    <message>
        <source>Click a candidate to see who voted for it and what became of it.</source>
        <translation>Klicken Sie einen Kandidaten an, um zu sehen, wer für ihn gestimmt hat und was aus ihm wurde.</translation>
    </message>
</context>
<context>
    <name>ktnas::Workshop</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln classes</source>
        <translation>
            <numerusform>%Ln Klasse</numerusform>
            <numerusform>%Ln Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>Bilder öffnen…</translation>
    </message>
    <message>
        <source>A folder of an image data set: MNIST&apos;s or CIFAR&apos;s files, or one folder of PNG or JPEG files for each class</source>
        <translation>Ein Ordner einer Bildersammlung: Dateien von MNIST oder CIFAR, oder je Klasse ein Ordner mit PNG- oder JPEG-Dateien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Open a file of pictures…</source>
        <translation>Datei mit Bildern öffnen…</translation>
    </message>
    <message>
        <source>A MedMNIST archive, or one of MNIST&apos;s or CIFAR&apos;s files</source>
        <translation>Ein MedMNIST-Archiv oder eine der Dateien von MNIST oder CIFAR</translation>
    </message>
    <message>
        <source>Open a file of pictures</source>
        <translation>Eine Datei mit Bildern öffnen</translation>
    </message>
    <message>
        <source>Image data sets (*.npz *.gz *.bin *ubyte *batch*)</source>
        <translation>Bildersammlungen (*.npz *.gz *.bin *ubyte *batch*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open Fashion-MNIST</source>
        <translation>Fashion-MNIST öffnen</translation>
    </message>
    <message>
        <source>The pictures of garments that Debian&apos;s package dataset-fashion-mnist installs</source>
        <translation>Die Bilder von Kleidung, die Debians Paket dataset-fashion-mnist installiert</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Image data sets, as they are and as tasks see them</source>
        <translation>Bildersammlungen, wie sie sind und wie Aufgaben sie sehen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsansicht</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Plan and make a benchmark of your own</source>
        <translation>Einen eigenen Benchmark planen und bauen</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Leave the pictures and the making of a benchmark</source>
        <translation>Die Bilder und das Bauen eines Benchmarks verlassen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Load a plan…</source>
        <translation>Plan laden…</translation>
    </message>
    <message>
        <source>A plan that was saved here or written for ktnas build-benchmark</source>
        <translation>Ein Plan, der hier gespeichert oder für ktnas build-benchmark geschrieben wurde</translation>
    </message>
    <message>
        <source>Load a plan</source>
        <translation>Einen Plan laden</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>Save the plan…</source>
        <translation>Plan speichern…</translation>
    </message>
    <message>
        <source>As a file that ktnas build-benchmark takes too</source>
        <translation>Als Datei, die auch ktnas build-benchmark nimmt</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Den Plan speichern</translation>
    </message>
    <message>
        <source>Go on with a benchmark…</source>
        <translation>Benchmark weiterbauen…</translation>
    </message>
    <message>
        <source>Open the results (.kts) of a benchmark that is not finished</source>
        <translation>Die Ergebnisse (.kts) eines Benchmarks öffnen, der nicht fertig ist</translation>
    </message>
    <message>
        <source>Go on with a benchmark</source>
        <translation>Einen Benchmark weiterbauen</translation>
    </message>
    <message>
        <source>Results (*.kts)</source>
        <translation>Ergebnisse (*.kts)</translation>
    </message>
    <message>
        <source>Choose where the table goes…</source>
        <translation>Wählen, wohin die Tabelle kommt…</translation>
    </message>
    <message>
        <source>The CSV file that the benchmark becomes; its results stand beside it</source>
        <translation>Die CSV-Datei, zu der der Benchmark wird; seine Ergebnisse stehen daneben</translation>
    </message>
    <message>
        <source>Where the table goes</source>
        <translation>Wohin die Tabelle kommt</translation>
    </message>
    <message>
        <source>Benchmark tables (*.csv)</source>
        <translation>Benchmark-Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>ktnas::TrainingStrip</name>
    <message numerus="yes">
        <source>%Ln networks are being trained</source>
        <translation>
            <numerusform>%Ln Netz wird trainiert</numerusform>
            <numerusform>%Ln Netze werden trainiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The next networks are being prepared</source>
        <translation>Die nächsten Netze werden vorbereitet</translation>
    </message>
    <message>
        <source>No network is being trained</source>
        <translation>Kein Netz wird trainiert</translation>
    </message>
    <message>
        <source>%1 values of this step are there</source>
        <translation>%1 Werte dieses Schritts sind da</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trained in this session</source>
        <translation>
            <numerusform>%Ln in dieser Sitzung trainiert</numerusform>
            <numerusform>%Ln in dieser Sitzung trainiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evaluations needed no training</source>
        <translation>
            <numerusform>%Ln Auswertung brauchte kein Training</numerusform>
            <numerusform>%Ln Auswertungen brauchten kein Training</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>The last failure: %1</source>
        <translation>Der letzte Fehlschlag: %1</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>cell %1 on %2</source>
        <translation>Zelle %1 auf %2</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>Networks in training</source>
        <translation>Netze im Training</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share of a training</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <comment>share, time</comment>
        <translation>%1 · noch %2</translation>
    </message>
</context>
<context>
    <name>ktnas::PlanSearch</name>
    <message>
        <source>Search on a plan…</source>
        <translation>Auf einem Plan suchen …</translation>
    </message>
    <message>
        <source>A search that trains the networks it asks for, on the pictures of a plan</source>
        <translation>Eine Suche, die die Netze trainiert, nach denen sie fragt, mit den Bildern eines Plans</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Search on a plan</source>
        <translation>Auf einem Plan suchen</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Search on this plan</source>
        <translation>Auf diesem Plan suchen</translation>
    </message>
    <message>
        <source>Train only the networks that a search asks for, instead of all</source>
        <translation>Nur die Netze trainieren, nach denen eine Suche fragt, statt aller</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Where are the pictures that the plan calls “%1”?</source>
        <translation>Wo sind die Bilder, die der Plan „%1“ nennt?</translation>
    </message>
</context>
</TS>
