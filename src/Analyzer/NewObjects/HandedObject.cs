using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>A call that passes the object on.</summary>
/// <param name="Method">The method.</param>
/// <param name="Ordinal">As which of its parameters, or as its receiver.</param>
/// <param name="Targets">What its receiver, and its parameters, are to this body.</param>
internal sealed record PassedOn(IMethodSymbol Method, int Ordinal, ImmutableArray<Destination> Targets)
{
    public Destination At(int target) => target + 1 < Targets.Length ? Targets[target + 1] : Destination.Own;
}

/// <summary>What one body does with an object that it is handed, apart from what the methods do that it passes it to.</summary>
internal sealed record Handed(bool IsHandedOn, ImmutableArray<int> Into, ImmutableHashSet<string> Assigned, ImmutableArray<PassedOn> Passed)
{
    public static Handed Nothing { get; } = new(false, ImmutableArray<int>.Empty, ImmutableHashSet<string>.Empty, ImmutableArray<PassedOn>.Empty);
}

/// <summary>Follows one object through one body, over the locals that it goes by, whatever the path: each use tells something.</summary>
/// <remarks>Names are looked for first. Only a body in which one occurs, as more than a receiver, is bound.</remarks>
internal sealed partial class HandedObject
{
    private readonly CompilationFacts _facts;
    private readonly IMethodSymbol _method;
    private readonly SyntaxNode _body;
    private readonly SemanticModel _model;
    private readonly HashSet<ISymbol> _names = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> _work = new();
    private readonly HashSet<int> _into = [];
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);
    private readonly List<PassedOn> _passed = [];
    private readonly HashSet<IOperation> _followed = [];
    private bool _handedOn;

    private HandedObject(CompilationFacts facts, IMethodSymbol method, SyntaxNode body)
    {
        _facts = facts;
        _method = method;
        _body = body;
        _model = facts.ModelOf(body.SyntaxTree);
    }

    public static Handed Follow(CompilationFacts facts, IMethodSymbol method, int ordinal)
    {
        if (facts.BodyOf(method) is not { } body)
        {
            // The parameters of a primary constructor are kept with the object.
            bool isKept = ordinal != Handovers.Receiver && method is { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences.Length: > 0 };
            return Handed.Nothing with
            {
                Into = isKept ? ImmutableArray.Create(Handovers.Receiver) : ImmutableArray<int>.Empty,
                Passed = facts.BaseConstructors.RunBy(method)?.Passes(ordinal).ToImmutableArray() ?? ImmutableArray<PassedOn>.Empty,
            };
        }

        var followed = new HandedObject(facts, method, body);
        if (ordinal == Handovers.Receiver)
        {
            followed.FollowReceiver();
        }
        else if (facts.Index.EntryAt(body)?.Mentions.Contains(method.Parameters[ordinal].Name) == true)
        {
            followed.Call(method.Parameters[ordinal]);
        }

        followed.FollowNames();
        return new Handed(followed._handedOn, followed._into.OrderBy(target => target).ToImmutableArray(), followed._assigned.ToImmutableHashSet(), followed._passed.ToImmutableArray());
    }

    private void Call(ISymbol name)
    {
        if (_names.Add(name))
        {
            _work.Enqueue(name);
        }
    }

    private void FollowNames()
    {
        while (_work.Count > 0)
        {
            ISymbol name = _work.Dequeue();
            foreach (IdentifierNameSyntax identifier in _body.DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (identifier.Identifier.ValueText == name.Name && IsOfInterest(identifier) && Used(identifier, name) is { } used)
                {
                    Use(used);
                }
            }
        }
    }

    private IOperation? Used(IdentifierNameSyntax identifier, ISymbol name)
    {
        bool isCall = name is IMethodSymbol && identifier.Parent is InvocationExpressionSyntax;
        if (isCall && !IsInFunction(identifier))
        {
            // The body calls a function of its own: that is part of itself.
            return null;
        }

        IOperation? used = _model.GetOperation(isCall ? identifier.Parent! : identifier);
        return SymbolEqualityComparer.Default.Equals(used switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
            ILocalReferenceOperation local => local.Local,
            IMethodReferenceOperation function => function.Method.OriginalDefinition,
            IInvocationOperation call => call.TargetMethod.OriginalDefinition,
            _ => null,
        }, name) ? used : null;
    }

    private static bool IsInFunction(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is not null;

    // `p.Name` as a value is read, and done with.
    private static bool IsOfInterest(ExpressionSyntax name) =>
        name.Parent is not MemberAccessExpressionSyntax access || (access.Expression == name && access.Parent is InvocationExpressionSyntax or AssignmentExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax or InitializerExpressionSyntax)
        || IsInFunction(name);

    private void FollowReceiver()
    {
        if (_body is ConstructorDeclarationSyntax { Initializer: null } && BaseConstructors.DefaultOf(_method.ContainingType) is { ContainingType.DeclaringSyntaxReferences.Length: > 0 } unnamed)
        {
            _passed.Add(new PassedOn(unnamed, Handovers.Receiver, ImmutableArray.Create(Destination.Of(Handovers.Receiver))));
        }

        foreach (SyntaxNode node in _body.DescendantNodes())
        {
            switch (node)
            {
                case ThisExpressionSyntax self when IsOfInterest(self) && _model.GetOperation(self) is { } used:
                    Use(used);
                    break;
                case AnonymousFunctionExpressionSyntax lambda when _model.GetOperation(lambda) is { } code
                    && code.Descendants().Any(inner => inner is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }):
                    Use(code);
                    break;
                case ConstructorInitializerSyntax initializer when _model.GetOperation(initializer) is IInvocationOperation { Instance: { } made }:
                    Use(made);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: "Start" or "Change", Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax started } }
                    when _model.GetOperation(started) is IInvocationOperation { Instance: { } work } start && Handovers.StartsReceiver(start.TargetMethod):
                    // A thread in a member of its own runs code of the object.
                    _handedOn |= Where(work).Ordinal == Handovers.Receiver;
                    break;
                case SimpleNameSyntax name when IsOwnMember(name) && _model.GetOperation(name.Parent is InvocationExpressionSyntax { Expression: var called } call && called == name ? call : name) is { } used
                    && InstanceOf(used) is IInstanceReferenceOperation { IsImplicit: true } instance:
                    Use(instance);
                    break;
            }
        }
    }

    private static IOperation? InstanceOf(IOperation used) => used switch
    {
        IInvocationOperation call => call.Instance,
        IMemberReferenceOperation member => member.Instance,
        _ => null,
    };

    // A method of the object itself, called or taken as a value, or a property that is set, under its bare name.
    private bool IsOwnMember(SimpleNameSyntax name)
    {
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name && access.Expression is not BaseExpressionSyntax)
        {
            return false;
        }

        bool isSet = name.Parent is AssignmentExpressionSyntax { Left: var left } && left == name;
        for (INamedTypeSymbol? type = _method.ContainingType; type is { DeclaringSyntaxReferences.Length: > 0 }; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers(name.Identifier.ValueText))
            {
                if (member is { IsStatic: false } and (IMethodSymbol or IPropertySymbol) && (isSet || member is IMethodSymbol))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Use(IOperation used)
    {
        IOperation at = used;
        while (true)
        {
            IOperation? parent = at.Parent;
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or ITupleOperation or IArrayInitializerOperation or IArrayCreationOperation or IDelegateCreationOperation:
                case IConditionalOperation conditional when !ReferenceEquals(conditional.Condition, at):
                case IMethodReferenceOperation:
                    at = parent;
                    continue;
                case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Value, at):
                    Store(assignment.Target);
                    break;
                case ICoalesceAssignmentOperation assignment when ReferenceEquals(assignment.Value, at):
                    Store(assignment.Target);
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    Call(local);
                    break;
                case IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation:
                    foreach (IPatternOperation pattern in PatternsOf(parent, at))
                    {
                        Call(pattern);
                    }

                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var element } } loop
                    when ReferenceEquals(loop.Collection, at) && used.Type is not { DeclaringSyntaxReferences.Length: > 0 }:
                    // Whoever has all elements of a list has the list, as far as it goes. A collection with code of its own is more than that.
                    Call(element);
                    break;
                case IConditionalAccessOperation access when ReferenceEquals(access.Operation, at):
                    Use(access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().First());
                    break;
                case IEventAssignmentOperation { Adds: true } subscription when ReferenceEquals(subscription.HandlerValue, at):
                    Put(subscription.EventReference is IEventReferenceOperation { Instance: var owner } ? owner is null ? Destination.Seen : Where(owner) : Destination.Own);
                    break;
                case IArgumentOperation { Parameter: { } parameter } argument:
                    Pass(argument, parameter);
                    break;
                case IInvocationOperation call when ReferenceEquals(call.Instance, at):
                    if (call.TargetMethod.DeclaringSyntaxReferences.Length > 0)
                    {
                        Pass(call.TargetMethod, Handovers.Receiver, call.Instance, call.Arguments);
                    }

                    _handedOn |= Handovers.StartsReceiver(call.TargetMethod);

                    break;
                case IMemberReferenceOperation member when ReferenceEquals(member.Instance, at) && IsTarget(member):
                    _assigned.Add(member.Member.Name);
                    if (member is IPropertyReferenceOperation { Property.SetMethod: { } setter } && HasBody(setter))
                    {
                        Pass(setter, Handovers.Receiver, at, ImmutableArray<IArgumentOperation>.Empty);
                    }

                    break;
            }

            break;
        }

        // In a lambda it goes where the lambda goes, and in a local function wherever that is given to somebody.
        for (IOperation? around = used.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda)
            {
                Use(lambda);
                break;
            }

            if (around is ILocalFunctionOperation { Symbol: var function })
            {
                Call(function);
                break;
            }
        }
    }

    private static IEnumerable<IPatternOperation> PatternsOf(IOperation test, IOperation value) => test switch
    {
        IIsPatternOperation matched => [matched.Pattern],
        ISwitchOperation choice when ReferenceEquals(choice.Value, value) => choice.Cases.SelectMany(section => section.Clauses).OfType<IPatternCaseClauseOperation>().Select(clause => clause.Pattern),
        ISwitchExpressionOperation choice when ReferenceEquals(choice.Value, value) => choice.Arms.Select(arm => arm.Pattern),
        _ => [],
    };

    // The variable that a pattern gives the whole object to.
    private void Call(IPatternOperation pattern)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                Call(negated.Pattern);
                break;
            case IBinaryPatternOperation binary:
                Call(binary.LeftPattern);
                Call(binary.RightPattern);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                Call(declared);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared }:
                Call(declared);
                break;
        }
    }

    private static bool IsTarget(IOperation member) => Access.Of(member) != AccessKind.Read;

    private bool HasBody(IMethodSymbol accessor) => accessor.DeclaringSyntaxReferences.Length > 0 && (accessor.IsAbstract || _facts.BodyOf(accessor) is { } body && _facts.Index.EntryAt(body) is not null);

    private void Store(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Call(local.Local);
                break;
            case IPropertyReferenceOperation { Property: { SetMethod: { } setter } property } reference when HasBody(setter):
                Pass(setter, setter.Parameters.Length - 1, reference.Instance, reference.Arguments);
                _ = property;
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation when Handovers.IsOfOneThread(((IMemberReferenceOperation)target).Member):
                break;
            case IMemberReferenceOperation { Instance: null }:
                Put(Destination.Seen);
                break;
            case IMemberReferenceOperation { Instance: { } instance }:
                Put(Where(instance));
                break;
            case IArrayElementReferenceOperation element:
                Put(Where(element.ArrayReference));
                break;
        }
    }

    private void Put(Destination at)
    {
        _handedOn |= at.IsSeen;
        if (at.Ordinal is { } ordinal)
        {
            _into.Add(ordinal);
        }
    }

    private void Pass(IArgumentOperation argument, IParameterSymbol parameter)
    {
        (IMethodSymbol? method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments) = argument.Parent switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Instance, call.Arguments),
            IObjectCreationOperation creation => (creation.Constructor, creation, creation.Arguments),
            _ => (null, null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (method is null)
        {
            return;
        }

        if (method.DeclaringSyntaxReferences.Length > 0)
        {
            Pass(method, parameter.Ordinal, instance, arguments);
            return;
        }

        if (argument.Parent is IObjectCreationOperation timer && Handovers.StartsAtOnce(timer))
        {
            _handedOn = true;
            return;
        }

        switch (Handovers.OutsideOf(method, parameter.Ordinal))
        {
            case Outside.Runs:
                _handedOn = true;
                break;
            case Outside.IntoReceiver when instance is not null:
                Put(Where(instance));
                break;
            case Outside.IntoFirst when arguments.FirstOrDefault(known => known.Parameter?.Ordinal == 0) is { Value: var first }:
                Put(WhereStored(first));
                break;
        }
    }

    private void Pass(IMethodSymbol method, int ordinal, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        var targets = new Destination[method.Parameters.Length + 1];
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = Destination.Own;
        }

        targets[0] = instance is null ? Destination.Own : Where(instance);
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal + 1 < targets.Length)
            {
                targets[parameter.Ordinal + 1] = Where(argument.Value);
            }
        }

        _passed.Add(new PassedOn(method, ordinal, targets.ToImmutableArray()));
    }
}
