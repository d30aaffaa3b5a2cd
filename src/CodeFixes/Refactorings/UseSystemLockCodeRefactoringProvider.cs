using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace LockGraph.CodeFixes;

/// <summary>Turns a private <see cref="object"/> that is nothing but a lock into a <c>System.Threading.Lock</c>.</summary>
/// <remarks>Offered at the field, where the compilation knows the type and the language its <c>lock</c> statement (C# 13).</remarks>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(UseSystemLockCodeRefactoringProvider))]
[Shared]
public sealed class UseSystemLockCodeRefactoringProvider : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await LockField.At(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is { IsObject: true } field
            && GateConversion.ToSystemLock(field) is { } conversion)
        {
            context.RegisterRefactoring(CodeAction.Create(
                Strings.Title("UseSystemLock"), conversion.Apply, nameof(UseSystemLockCodeRefactoringProvider)));
        }
    }
}
