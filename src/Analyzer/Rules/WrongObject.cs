using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>LG3004: monitors of objects that others can lock as well, or that nobody else can.</summary>
internal static class WrongObject
{
    private static readonly HashSet<string> _shared = new(StringComparer.Ordinal)
    {
        "System.Threading.Thread", "System.Reflection.MemberInfo", "System.Reflection.ParameterInfo", "System.Reflection.Assembly", "System.Reflection.Module",
        "System.MarshalByRefObject", "System.OutOfMemoryException", "System.StackOverflowException", "System.ExecutionEngineException",
    };

    public static void Look(CompilationFacts facts, BodyFacts body, IInvocationOperation call, IOperation? target)
    {
        if (target is null)
        {
            return;
        }

        // The lock statement keeps its object in a capture; the expression itself is in the syntax.
        IOperation? operand = target;
        SyntaxNode syntax = target.Syntax;
        if (Stripped(operand) is IFlowCaptureReferenceOperation)
        {
            operand = facts.ModelOf(syntax.SyntaxTree).GetOperation(syntax);
        }

        bool boxed = false;
        while (operand is IConversionOperation conversion)
        {
            boxed |= conversion.Operand.Type is { IsValueType: true } && conversion.Type is { IsValueType: false };
            operand = conversion.Operand;
        }

        (string? what, string? why) = operand is null ? default : Judge(facts, body.Body, operand, boxed);
        if (what is null)
        {
            return;
        }

        body.Findings.Add(new Finding(RuleIds.WrongObject, syntax.GetLocation(), [what, why!])
        {
            Properties = Properties.Of((DiagnosticProperties.LockExpression, syntax.ToString())),
        });
        _ = call;
    }

    private static IOperation Stripped(IOperation operand)
    {
        while (operand is IConversionOperation { IsImplicit: true } conversion)
        {
            operand = conversion.Operand;
        }

        return operand;
    }

    private static (string? What, string? Why) Judge(CompilationFacts facts, ISymbol body, IOperation operand, bool boxed)
    {
        ITypeSymbol? type = operand.Type;
        if (boxed || type is { IsValueType: true })
        {
            return ("a boxed value", "every box is another object");
        }

        if (operand is ITypeOfOperation || (type is not null && facts.Types.Type is { } typeType && InheritsFrom(type, typeType)))
        {
            return ("a Type object", "all code of the process can lock it");
        }

        if (type?.SpecialType == SpecialType.System_String)
        {
            return ("a string", "equal strings may be one object, shared with code that knows nothing of this lock");
        }

        if (operand is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && type is INamedTypeSymbol own && IsPublic(own))
        {
            return ("'this'", "whoever has the object can lock it as well");
        }

        if (IsShared(type))
        {
            return ("'" + operand.Syntax + "'", "a " + type!.Name + " is an identity that others lock as well");
        }

        switch (operand)
        {
            case IObjectCreationOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation:
                return ("a new object", "nobody else can lock it");
            case ILocalReferenceOperation { Local: var local } when IsFreshAndKept(local, body):
                return ("'" + local.Name + "'", "the object lives only in this call, so nobody else can lock it");
            case IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false } field } when ReassignedIn(facts, field) is { } where:
                return ("'" + field.Name + "'", "the field gets another object in " + where);
            default:
                return default;
        }
    }

    private static bool IsShared(ITypeSymbol? type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (_shared.Contains(at.ToDisplayString()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool InheritsFrom(ITypeSymbol type, ITypeSymbol known)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, known))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.ContainingType)
        {
            if (at.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    // Captured by a lambda, passed on, stored or returned, the object may be locked elsewhere.
    private static bool IsFreshAndKept(ILocalSymbol local, ISymbol body)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax } declarator
            || !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, body))
        {
            return false;
        }

        SyntaxNode? scope = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        scope = scope is GlobalStatementSyntax ? scope.Parent : scope;
        foreach (IdentifierNameSyntax use in scope?.DescendantNodes().OfType<IdentifierNameSyntax>() ?? [])
        {
            if (use.Identifier.ValueText != local.Name)
            {
                continue;
            }

            bool locked = use.Parent is LockStatementSyntax
                || use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Monitor" } } } };
            if (!locked || use.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null || use.FirstAncestorOrSelf<LocalFunctionStatementSyntax>() is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static string? ReassignedIn(CompilationFacts facts, IFieldSymbol field)
    {
        foreach (SyntaxReference reference in field.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (AssignmentExpressionSyntax assignment in reference.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                string? target = assignment.Left switch
                {
                    IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                    MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
                    _ => null,
                };
                if (target != field.Name || assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
                {
                    continue;
                }

                MemberDeclarationSyntax? member = assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>();
                if (member is null or ConstructorDeclarationSyntax)
                {
                    continue;
                }

                return member switch
                {
                    MethodDeclarationSyntax method => method.Identifier.ValueText,
                    PropertyDeclarationSyntax property => property.Identifier.ValueText,
                    _ => "another member",
                };
            }
        }

        _ = facts;
        return null;
    }
}
