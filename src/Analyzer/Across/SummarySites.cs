using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The lines of other assemblies as operations and methods, so that chains lead through them as through any code.</summary>
/// <remarks>
/// One file that belongs to no compilation that is analyzed: an empty statement for each line, in a method of the name, under the line directive of
/// the line. Nothing in it is bound but what a chain leads to. Thread-safe.
/// </remarks>
internal sealed class SummarySites
{
    private const string _path = "lockgraph-summary";

    private readonly Dictionary<SummarizedStep, int> _numbers = [];
    private readonly Lazy<SyntaxTree> _tree;
    private readonly Lazy<SemanticModel> _model;

    public SummarySites(IEnumerable<AssemblySummary> summaries)
    {
        foreach (SummarizedStep step in summaries.SelectMany(StepsOf))
        {
            if (!_numbers.ContainsKey(step))
            {
                _numbers.Add(step, _numbers.Count);
            }
        }

        _tree = new Lazy<SyntaxTree>(() => CSharpSyntaxTree.ParseText(TextOf(_numbers.Keys), path: _path));
#pragma warning disable RS1030 // The lines belong to no compilation that is analyzed.
        _model = new Lazy<SemanticModel>(() => CSharpCompilation.Create(_path, [_tree.Value]).GetSemanticModel(_tree.Value));
#pragma warning restore RS1030
    }

    /// <summary>True for a line of another assembly.</summary>
    public static bool Contains(SyntaxNode site) => site.SyntaxTree.FilePath == _path;

    /// <summary>A location that the compiler takes: one of another assembly as a line of a file that is not here.</summary>
    public static Location Shown(Location location)
    {
        if (location.SourceTree?.FilePath != _path)
        {
            return location;
        }

        FileLinePositionSpan mapped = location.GetMappedLineSpan();
        return Location.Create(mapped.Path, default, mapped.Span);
    }

    /// <summary>True for a location in another assembly.</summary>
    public static bool Contains(Location location) => location.SourceTree?.FilePath == _path;

    /// <summary>The step of a frame; where it stands in another assembly, the nearest one that does not, those further out first.</summary>
    public static CallChain Nearest(CallChain chain, int frame)
    {
        CallChain at = chain.At(frame);
        if (!Contains(at.Site))
        {
            return at;
        }

        CallChain? outer = null;
        foreach (CallChain step in chain.Steps)
        {
            if (ReferenceEquals(step, at))
            {
                break;
            }

            outer = Contains(step.Site) ? outer : step;
        }

        return outer ?? at.Steps.FirstOrDefault(step => !Contains(step.Site)) ?? at;
    }

    /// <summary>The line as an operation, to stand for what happens there.</summary>
    public IOperation OperationAt(SummarizedStep step) => _model.Value.GetOperation(BodyOf(step).Statements[0])!;

    /// <summary>The line as a step of a chain.</summary>
    public (ISymbol Body, SyntaxNode Site) StepAt(SummarizedStep step)
    {
        BlockSyntax body = BodyOf(step);
        return (_model.Value.GetDeclaredSymbol(body.Parent!)!, body.Statements[0]);
    }

    private static IEnumerable<SummarizedStep> StepsOf(AssemblySummary summary)
    {
        IEnumerable<SummarizedStep> inMembers = summary.Events.SelectMany(found => found.Steps.Concat(found.Held.Select(hold => hold.At)));
        return inMembers.Concat(summary.Raises.SelectMany(raise => new[] { raise.Held.At, raise.At })).Concat(summary.Edges.SelectMany(edge => edge.Steps.Insert(0, edge.OuterAt)));
    }

    private static string TextOf(IEnumerable<SummarizedStep> steps)
    {
        var text = new StringBuilder();
        int number = 0;
        foreach (SummarizedStep step in steps)
        {
            // `new Store` is its constructor; of `Store.Add.lambda` the method tells enough.
            bool creates = step.Member.StartsWith("new ", StringComparison.Ordinal);
            string[] names = step.Member.Substring(creates ? 4 : 0).Split('.');
            string type = Identifier(names[0]);
            string method = creates || names.Length == 1 ? type + "()" : "void " + Identifier(names[1]) + "()";
            text.Append("namespace n").Append((number++).ToString(CultureInfo.InvariantCulture)).Append(" { public class ").Append(type).Append(" { public ").Append(method).Append(" {\n");
            text.Append("#line ").Append(Math.Max(1, step.Line).ToString(CultureInfo.InvariantCulture)).Append(" \"").Append(step.File.Replace('"', '_')).Append("\"\n;\n#line default\n} } }\n");
        }

        return text.ToString();
    }

    private static string Identifier(string name) => "@" + (SyntaxFacts.IsValidIdentifier(name) ? name : "_");

    private BlockSyntax BodyOf(SummarizedStep step)
    {
        var space = (NamespaceDeclarationSyntax)((CompilationUnitSyntax)_tree.Value.GetRoot()).Members[_numbers[step]];
        return ((BaseMethodDeclarationSyntax)((ClassDeclarationSyntax)space.Members[0]).Members[0]).Body!;
    }
}
