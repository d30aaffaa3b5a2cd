object orders = new();
object stock = new();
Task refill = Task.Run(() =>
{
    lock (orders)
    {
        lock (stock) { }
    }
});
lock (orders)
{
    lock (stock) { }
}

await refill;
