using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OcmwSoftware : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "position",
                table: "events",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "api_clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ocmw_kbo = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    former_secret_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    former_secret_until = table.Column<string>(type: "TEXT", nullable: true),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_token_at = table.Column<string>(type: "TEXT", nullable: true),
                    removed_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_clients", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_clients_ocmws_ocmw_kbo",
                        column: x => x.ocmw_kbo,
                        principalTable: "ocmws",
                        principalColumn: "kbo",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_writes",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    request_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_writes", x => new { x.client_id, x.key });
                    table.ForeignKey(
                        name: "fk_api_writes_api_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "api_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_received = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_receipts", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_receipts_api_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "api_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_event_receipts_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_events_feed",
                table: "events",
                columns: new[] { "ocmw_kbo", "position" },
                unique: true,
                filter: "position IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_to_number",
                table: "events",
                column: "ocmw_kbo",
                filter: "position IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_api_clients_ocmw_kbo",
                table: "api_clients",
                column: "ocmw_kbo");

            migrationBuilder.CreateIndex(
                name: "ix_api_writes_at",
                table: "api_writes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_event_receipts_client_id_at",
                table: "event_receipts",
                columns: new[] { "client_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_event_receipts_event_id",
                table: "event_receipts",
                column: "event_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_writes");

            migrationBuilder.DropTable(
                name: "event_receipts");

            migrationBuilder.DropTable(
                name: "api_clients");

            migrationBuilder.DropIndex(
                name: "ix_events_feed",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_events_to_number",
                table: "events");

            migrationBuilder.DropColumn(
                name: "position",
                table: "events");
        }
    }
}
