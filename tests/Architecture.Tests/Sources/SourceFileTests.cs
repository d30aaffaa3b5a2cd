using System.Text.RegularExpressions;
using LockGraph.Architecture.Tests.Floors;
using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Sources;

public partial class SourceFileTests
{
    private const int _mostLines = 450;

    private static readonly string[] _emptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Info", "Data"];

    // Texts, not pictures or archives.
    private static readonly string[] _textEndings =
        [".cs", ".md", ".csproj", ".props", ".targets", ".sln", ".json", ".yml", ".xml", ".txt", ".editorconfig", ".gitignore", ".std", ".html", "/run"];

    [Fact]
    public void SourceFile_AnswersOneQuestion() => Problems.None(
        from file in Repository.FilesUnder("src/", ".cs")
        let lines = File.ReadLines(Repository.FullPath(file)).Count()
        where lines > _mostLines
        select $"{file}: {lines} lines; split it by question, not by part");

    [Fact]
    public void FileName_SaysWhatIsInside() => Problems.None(
        Repository.FilesUnder("", ".cs").Where(file => IsEmpty(Path.GetFileNameWithoutExtension(file).Split('.')[0])));

    [Theory]
    [MemberData(nameof(AssemblyReferenceTests.Builds), MemberType = typeof(AssemblyReferenceTests))]
    public void TypeName_SaysWhatItIs(string file, string framework)
    {
        using CompiledAssembly assembly = AssemblyReferenceTests.Open(new SourceProject(file), framework);
        Problems.None(assembly.NamedTypes.Select(name => name.Split('`')[0]).Where(IsEmpty));
    }

    [Fact]
    public void TextFile_NamesNoMachine() => Problems.None(
        from file in Repository.Files
        where Array.Exists(_textEndings, ending => file.EndsWith(ending, StringComparison.Ordinal))
        from line in Repository.Read(file).Split('\n').Index()
        let found = MachinePath().Match(line.Item)
        where found.Success
        select $"{file}:{line.Index + 1}: {found.Value}");

    [Theory]
    [InlineData("LockManager", true)]
    [InlineData("EdgeInfo", true)]
    [InlineData("LockOrderGraph", false)]
    [InlineData("TrackedLock", false)]
    public void Name_IsJudgedByItsEnding(string name, bool isEmpty) => Assert.Equal(isEmpty, IsEmpty(name));

    [Fact]
    public void MachinePath_IsRecognised()
    {
        string slash = "/";
        Assert.Matches(MachinePath(), "see " + slash + "home" + slash + "someone" + slash + "x.cs");
        Assert.Matches(MachinePath(), "C:" + "\\Users\\" + "someone");
        Assert.DoesNotMatch(MachinePath(), "src/Runtime/Held/HeldStack.cs");
    }

    private static bool IsEmpty(string name) => Array.Exists(_emptyWords, word => name.EndsWith(word, StringComparison.Ordinal));

    // Home folders and build folders of one machine. Written so that the pattern does not match itself.
    [GeneratedRegex(@"(?<![\w.~])/(?:home|root|Users|work|builds|workspace)/[\w.-]+|[A-Za-z]:\\{1,2}(?:Users|Work|src)\\")]
    private static partial Regex MachinePath();
}
