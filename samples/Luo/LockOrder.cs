using LockGraph;
using Luo.Kernel;

// The hierarchy of the patched kernel (V3 and later), outermost first. The first three tiers are the ones the patch documents;
// the rest is what its code does. Strict: a nesting among these classes that no chain implies is reported too.
[assembly: LockHierarchy(Strict = true)]

// Reboot: system transition, then serialize_rwsem -> header rwsem -> session mutex, then the files of each session.
[assembly: LockOrder(LockNames.SystemTransition, LockNames.Serialize, LockNames.Outgoing, LockNames.Session, LockNames.OutgoingFile)]

// What came from the previous kernel: the same three tiers with the other header and the other class of file.
[assembly: LockOrder(LockNames.Serialize, LockNames.Incoming, LockNames.Session, LockNames.IncomingFile)]

// The first open of the device fills the incoming list.
[assembly: LockOrder(LockNames.Misc, LockNames.Incoming)]

// Handler and FLB lists are read below a file; the state of one FLB is innermost and held across its callbacks.
[assembly: LockOrder(LockNames.OutgoingFile, LockNames.Register, LockNames.OutgoingFlb)]
[assembly: LockOrder(LockNames.IncomingFile, LockNames.Register, LockNames.IncomingFlb)]
[assembly: LockOrder(LockNames.Register, LockNames.FlbInit)]

// Leaves.
[assembly: LockOrder(LockNames.Session, LockNames.Inode, LockNames.KhoTracker)]
[assembly: LockOrder(LockNames.OutgoingFile, LockNames.PreservedFiles)]
[assembly: LockOrder(LockNames.IncomingFile, LockNames.PreservedFiles)]
[assembly: LockOrder(LockNames.Session, LockNames.MmapLock)]
