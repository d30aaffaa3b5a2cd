using LockGraph;
using LockGraph.Core;
using Luo.Kernel;

namespace Luo.Policies;

/// <summary>The order that each kernel promises. Only the patched one promises the hierarchy that this assembly declares.</summary>
internal static class PromisedOrder
{
    /// <summary>The declarations of the patched kernel, from the attributes of this assembly.</summary>
    public static DeclaredOrder Declared { get; } = DeclaredOrder.Build(AttributeDeclarations.Read(typeof(PromisedOrder).Assembly));

    public static DeclaredOrder Of(KernelConfig config) =>
        config.Policy == Policy.SerializeRwsem ? Declared : DeclaredOrder.Build(WithoutSerializeRwsem(config));

    /// <summary>
    /// Without the patch there is no outermost session lock, and without patch 2/5 the incoming header and the session mutex never meet.
    /// V0/V1 have no register lock and take both header locks to quiesce, incoming first.
    /// </summary>
    private static IEnumerable<OrderDeclaration> WithoutSerializeRwsem(KernelConfig config)
    {
        string place = $"{config.Policy} {config.Generation}";
        yield return OrderDeclaration.Chain(place, LockNames.SystemTransition, LockNames.Outgoing, LockNames.Session, LockNames.OutgoingFile);
        yield return OrderDeclaration.Chain(place, LockNames.Session, LockNames.IncomingFile);
        yield return OrderDeclaration.Chain(place, LockNames.Misc, LockNames.Incoming);
        yield return OrderDeclaration.Chain(place, LockNames.Misc, LockNames.Session);
        if (config.Policy != Policy.Before)
        {
            yield return OrderDeclaration.Chain(place, LockNames.Incoming, LockNames.Session);
        }

        if (config.HasRegisterRwlock)
        {
            yield return OrderDeclaration.Chain(place, LockNames.OutgoingFile, LockNames.Register, LockNames.OutgoingFlb);
            yield return OrderDeclaration.Chain(place, LockNames.IncomingFile, LockNames.Register, LockNames.IncomingFlb);
            yield return OrderDeclaration.Chain(place, LockNames.Register, LockNames.FlbInit);
        }
        else
        {
            yield return OrderDeclaration.Chain(place, LockNames.Incoming, LockNames.Outgoing);
            yield return OrderDeclaration.Chain(place, LockNames.OutgoingFile, LockNames.OutgoingFlb);
            yield return OrderDeclaration.Chain(place, LockNames.IncomingFile, LockNames.IncomingFlb);
        }

        yield return OrderDeclaration.Chain(place, LockNames.Session, LockNames.Inode, LockNames.KhoTracker);
        yield return OrderDeclaration.Chain(place, LockNames.OutgoingFile, LockNames.PreservedFiles);
        yield return OrderDeclaration.Chain(place, LockNames.IncomingFile, LockNames.PreservedFiles);
        yield return OrderDeclaration.Chain(place, LockNames.Session, LockNames.MmapLock);
        yield return OrderDeclaration.Strict(
            place,
            LockNames.SystemTransition,
            LockNames.Misc,
            LockNames.Outgoing,
            LockNames.Incoming,
            LockNames.Session,
            LockNames.OutgoingFile,
            LockNames.IncomingFile,
            LockNames.Register,
            LockNames.OutgoingFlb,
            LockNames.IncomingFlb,
            LockNames.FlbInit,
            LockNames.PreservedFiles,
            LockNames.KhoTracker,
            LockNames.Inode,
            LockNames.MmapLock);
    }
}
