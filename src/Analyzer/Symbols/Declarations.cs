using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>What the annotations of a compilation promise about order, and which of them cannot be honoured.</summary>
/// <remarks>Read from the annotated declarations alone; nothing else is bound.</remarks>
internal sealed class Declarations
{
    private readonly CompilationFacts _facts;
    private readonly Dictionary<string, Location> _places = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);

    public Declarations(CompilationFacts facts)
    {
        _facts = facts;
        Order = Read();
    }

    public DeclaredOrder Order { get; }

    /// <summary>Annotations that name nothing, contradict each other, or cannot be honoured.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The lock members that carry an annotation, by class name.</summary>
    public Dictionary<string, ISymbol> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a promise was made.</summary>
    public Location? PlaceOf(string place) => _places.TryGetValue(place, out Location? location) ? location : null;

    private DeclaredOrder Read()
    {
        var promises = new List<OrderDeclaration>();
        var chained = new List<string>();
        foreach (IAssemblySymbol assembly in _facts.Compilations.Select(compilation => compilation.Assembly))
        {
            chained.Clear();
            foreach (AttributeData attribute in assembly.GetAttributes().Where(attribute => IsOurs(attribute) && attribute.AttributeClass!.Name == "LockOrderAttribute"))
            {
                string[] names = [.. AnnotationReader.Strings(attribute)];
                string place = Remember(assembly.Name + ": [LockOrder(\"" + string.Join("\", \"", names) + "\")]", attribute, assembly);
                promises.Add(OrderDeclaration.Chain(place, names));
                chained.AddRange(names);
            }

            AttributeData? hierarchy = assembly.GetAttributes().FirstOrDefault(attribute => IsOurs(attribute) && attribute.AttributeClass!.Name == "LockHierarchyAttribute");
            if (hierarchy is not null && AnnotationReader.Flag(hierarchy, "Strict"))
            {
                promises.Add(OrderDeclaration.Strict(Remember(assembly.Name + ": [LockHierarchy(Strict = true)]", hierarchy, assembly), [.. chained.Distinct(StringComparer.Ordinal)]));
            }
        }

        foreach (ISymbol symbol in Annotated())
        {
            CheckContract(symbol);
            if (symbol is not (IFieldSymbol or IPropertySymbol))
            {
                continue;
            }

            string name = _facts.Classes.Of(symbol).Class.Name;
            if (symbol.GetAttributes().Any(attribute => IsOurs(attribute) && attribute.AttributeClass!.Name is not "GuardedByAttribute"))
            {
                _classes.Add(name);
                Members[name] = symbol;
            }

            ReadNeighbours(symbol, name, "AcquiredBefore", promises);
            ReadNeighbours(symbol, name, "AcquiredAfter", promises);
        }

        // Names are completed from the lock members that exist, found by the last part of the name.
        foreach (string written in promises.SelectMany(promise => promise.Names))
        {
            AddCandidates(written);
        }

        DeclaredOrder order = DeclaredOrder.Build(promises, _classes);
        foreach (OrderDeclarationError error in order.Errors)
        {
            _findings.Add(new Finding(error.RuleId, PlaceOf(error.Place) ?? Location.None, [error.Message]));
        }

        return order;
    }

    private void ReadNeighbours(ISymbol symbol, string name, string kind, List<OrderDeclaration> promises)
    {
        foreach (AttributeData attribute in AnnotationReader.Of(symbol, kind))
        {
            foreach (string path in AnnotationReader.Strings(attribute))
            {
                string place = Remember(SymbolNames.Of(symbol) + ": [" + kind + "(\"" + path + "\")]", attribute, symbol);
                string other = path;
                if (ContractPath.Resolve(path, symbol) is { Symbol: IFieldSymbol or IPropertySymbol } found)
                {
                    other = _facts.Classes.Of(found.Symbol!).Class.Name;
                    _classes.Add(other);
                }

                promises.Add(kind == "AcquiredBefore" ? OrderDeclaration.Before(place, name, other) : OrderDeclaration.Before(place, other, name));
            }
        }
    }

    private void AddCandidates(string written)
    {
        int hash = written.IndexOf('#');
        string name = hash > 0 ? written.Substring(0, hash) : written;
        string last = name.Substring(name.LastIndexOf('.') + 1);
        if (last.Length == 0 || _classes.Contains(name))
        {
            return;
        }

        foreach (ISymbol symbol in _facts.Compilations.SelectMany(compilation => compilation.GetSymbolsWithName(last, SymbolFilter.Member)))
        {
            if (symbol is IFieldSymbol or IPropertySymbol)
            {
                string full = _facts.Classes.Of(symbol).Class.Name;
                if (full == name || full.EndsWith("." + name, StringComparison.Ordinal))
                {
                    _classes.Add(full);
                }
            }
        }
    }

    private IEnumerable<ISymbol> Annotated()
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (AttributeSyntax attribute in _facts.Index.Trees.SelectMany(tree => tree.Annotations))
        {
            if (attribute.Parent?.Parent is not { } declaration || declaration is CompilationUnitSyntax)
            {
                continue;
            }

            SemanticModel model = _facts.ModelOf(attribute.SyntaxTree);
            IEnumerable<ISymbol?> symbols = declaration is BaseFieldDeclarationSyntax field
                ? field.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable))
                : [model.GetDeclaredSymbol(declaration)];
            foreach (ISymbol? symbol in symbols)
            {
                if (symbol is not null && seen.Add(symbol))
                {
                    yield return symbol;
                }
            }
        }
    }

    private void CheckContract(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes().Where(IsOurs))
        {
            string kind = attribute.AttributeClass!.Name.Replace("Attribute", "");
            if (kind is "LockClass" or "NoLockAnalysis" or "ScopedLock" or "LockSubclass" or "MaxHeld" or "OrderedBy")
            {
                continue;
            }

            foreach (string path in AnnotationReader.Strings(attribute))
            {
                Location location = AnnotationReader.PlaceOf(attribute, symbol);
                Place? place = ContractPath.Resolve(path, symbol);
                if (place is null)
                {
                    if (kind is not ("AcquiredBefore" or "AcquiredAfter"))
                    {
                        _findings.Add(new Finding(RuleIds.UnknownName, location, ["'" + path + "' in " + SymbolNames.Short(symbol) + ": [" + kind + "] names no lock."]));
                    }
                }
                else if (kind == "GuardedBy" && symbol.IsStatic && place.Root.Kind == PlaceKind.This)
                {
                    Location member = symbol.Locations.FirstOrDefault() ?? location;
                    _findings.Add(new Finding(RuleIds.ImpossibleAnnotation, location, ["[GuardedBy(\"" + path + "\")]", "static data cannot be guarded by the lock of one instance"])
                    {
                        Others = [(member, "is static")],
                    });
                }
                else if (place.Root.Kind == PlaceKind.This && symbol is IMethodSymbol { IsStatic: true })
                {
                    _findings.Add(new Finding(RuleIds.ImpossibleAnnotation, location, ["[" + kind + "(\"" + path + "\")]", "a static method has no instance whose lock it could mean"]));
                }
            }
        }
    }

    private string Remember(string text, AttributeData attribute, ISymbol symbol)
    {
        Location location = AnnotationReader.PlaceOf(attribute, symbol);
        _places[text] = location;
        return text;
    }

    private static bool IsOurs(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "LockGraph", ContainingNamespace.IsGlobalNamespace: true } };
}
