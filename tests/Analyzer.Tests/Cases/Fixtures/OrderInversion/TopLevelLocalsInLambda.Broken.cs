object orders = new();
object stock = new();
Task refill = Task.Run(() =>
{
    lock (orders)
    {
        lock (stock) { } // expect-any: LG1002
    }
});
lock (stock)
{
    lock (orders) { } // expect-any: LG1002
}

await refill;
